import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { Select } from '../parts/select.tsx';
import { knownOf } from '../state/followed.ts';
import { useSentence } from '../text/use-language.ts';
import styles from './port-field.module.css';
import { portChoices } from './port-choices.ts';
import type { SectionProps } from './section-props.ts';
import { SettingField } from './setting-field.tsx';
import { usePorts } from './use-ports.ts';

/** Which port the reader is at. */
export const PortField = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.reader' });
  const sentence = useSentence();
  const { ports, refresh } = usePorts(bridge);
  const { port } = form.draft.reader;
  return (
    <>
      <SettingField form={form} field="reader.port" label={t('port')} hint={t('portHint')}>
        {(ids) => (
          <div className={styles['line']}>
            <Select
              {...ids}
              value={port}
              choices={portChoices(knownOf(ports) ?? [], port, {
                any: t('portAuto'),
                notListed: (path) => t('notListed', { port: path }),
              })}
              onValue={(chosen) => {
                form.edit('reader', { port: chosen });
              }}
            />
            <Button
              icon="refresh"
              aria-label={t('refresh')}
              title={t('refresh')}
              isBusy={ports.kind === 'waiting'}
              onClick={refresh}
            />
          </div>
        )}
      </SettingField>
      {ports.kind === 'failed' && (
        <Callout tone="fail">{sentence(toShownError(ports.error))}</Callout>
      )}
    </>
  );
};
