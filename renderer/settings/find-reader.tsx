import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';

/** Asks every port for a reader, and takes the port of the one that answers. */
export const FindReader = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.reader' });
  const sentence = useSentence();
  const search = useCall(bridge.findReader);
  const found = search.value;
  const isUsed = found?.path === form.draft.reader.port;
  return (
    <>
      <div className={styles['line']}>
        <Button icon="search" isBusy={search.isRunning} onClick={() => void search.run()}>
          {t('find')}
        </Button>
        {found && !isUsed && (
          <Button
            icon="check"
            onClick={() => {
              form.edit('reader', { port: found.path, baudRate: String(found.baudRate) });
            }}
          >
            {t('use')}
          </Button>
        )}
        {search.isRunning && (
          <span role="status" className={styles['note']}>
            {t('finding')}
          </span>
        )}
      </div>
      {found && (
        <div role="status">
          <Callout tone="pass">
            {t('found', { port: found.path, speed: String(found.baudRate) })}
          </Callout>
        </div>
      )}
      {search.error && <Callout tone="fail">{sentence(toShownError(search.error))}</Callout>}
    </>
  );
};
