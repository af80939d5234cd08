import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { useSentence } from '../text/use-language.ts';
import { useCounterFacts, useDeviceFacts, type Fact } from './device-facts.tsx';
import styles from './device-strip.module.css';
import type { DeviceName, DeviceSummary } from './device-summary.ts';
import type { Devices } from './desk-types.ts';

/** More about a device: facts, what went wrong, and what to do. */
export const DeviceDetails = ({
  devices,
  name,
  summary,
  word,
}: {
  readonly devices: Devices;
  readonly name: DeviceName;
  readonly summary: DeviceSummary;
  readonly word: string;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'device' });
  const sentence = useSentence();
  const counters = useCounterFacts(devices);
  const todos: Readonly<Record<string, Readonly<Record<string, string>> | undefined>> = t('todo', {
    returnObjects: true,
  }) as never;
  const todo = todos[name]?.[summary.word];
  return (
    <>
      <h2 className={styles['heading']}>
        {t(`name.${name}`)} · {word}
      </h2>
      <Facts facts={useDeviceFacts(devices, name)} />
      {summary.error && (
        <Callout tone={summary.tone === 'fail' ? 'fail' : 'review'}>
          {sentence(summary.error)}
        </Callout>
      )}
      {todo !== undefined && (
        <p className={styles['todo']}>
          <strong>{t('todo.heading')}</strong> {todo}
        </p>
      )}
      {name === 'reader' && counters.length > 0 && (
        <>
          <h3 className={styles['subheading']}>{t('counters')}</h3>
          <Facts facts={counters} />
        </>
      )}
    </>
  );
};

const Facts = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode =>
  facts.length > 0 && (
    <dl className={styles['facts']}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
