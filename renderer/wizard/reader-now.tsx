import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { Callout } from '../parts/callout.tsx';
import { knownOf } from '../state/followed.ts';
import { useDevices } from '../state/use-followed.ts';
import { useSentence } from '../text/use-language.ts';

/** How the reader is at this moment. */
export const ReaderNow = ({ bridge }: { readonly bridge: StationBridge }): ReactNode => {
  const { t } = useTranslation('clerk');
  const sentence = useSentence();
  const reader = knownOf(useDevices(bridge))?.reader;
  if (reader === undefined) return <p role="status">{t('device.unknown')}</p>;
  const { state, port, error } = reader;
  if (state === 'ready')
    return (
      <div role="status">
        <Callout tone="pass">{t('wizard.reader.ready', { port: port ?? '' })}</Callout>
      </div>
    );
  return (
    <div role="status">
      <Callout tone="review">
        <strong>{t(`device.reader.${state}`)}</strong>{' '}
        {error ? sentence(error) : state !== 'closing' && t(`device.todo.reader.${state}`)}
      </Callout>
    </div>
  );
};
