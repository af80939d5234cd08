import { useTranslation } from 'react-i18next';
import { formatSeconds } from '../text/format-rate.ts';
import type { Devices } from './desk-types.ts';
import type { DeviceName } from './device-summary.ts';

/** A line of a device's details. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** What is known of a device, as lines to read; those without a value are left out. */
export const useDeviceFacts = (devices: Devices, name: DeviceName): readonly Fact[] => {
  const { t } = useTranslation('clerk', { keyPrefix: 'device' });
  const { reader, camera, engine, decoder, gateway, cloud } = devices;
  const facts: Readonly<Record<DeviceName, readonly (readonly [string, string | undefined])[]>> = {
    reader: [
      [t('fact.port'), reader.port],
      [t('fact.samId'), reader.samId],
    ],
    camera: [
      [t('fact.label'), camera.label],
      [t('fact.cameras'), String(camera.choices.length)],
    ],
    engine: [
      [t('fact.engine'), engine.name],
      [t('fact.models'), engine.models.join(', ')],
      [t('fact.calibration'), engine.calibration],
      [
        t('fact.readyAfter'),
        engine.readyAfter === undefined
          ? undefined
          : t('fact.seconds', { seconds: formatSeconds(engine.readyAfter) }),
      ],
      [t('fact.restarts'), String(engine.restarts)],
    ],
    decoder: [[t('fact.kind'), t(`decoder.${decoder.kind}`)]],
    gateway: [[t('fact.address'), gateway.address]],
    cloud: [[t('fact.provider'), cloud.provider]],
  };
  return facts[name].flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value }],
  );
};

/** What was seen on the reader's line, with a name for each count that has one. */
export const useCounterFacts = ({ reader }: Devices): readonly Fact[] => {
  const { t } = useTranslation('clerk', { keyPrefix: 'device' });
  const names: Readonly<Record<string, string>> = t('counter', { returnObjects: true });
  return Object.entries(reader.counters).map(([name, count]) => ({
    label: names[name] ?? name,
    value: String(count),
  }));
};
