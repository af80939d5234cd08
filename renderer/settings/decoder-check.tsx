import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { useCall } from '../state/use-call.ts';
import { useSentence } from '../text/use-language.ts';
import styles from './section.module.css';

/** Tries the decoder, and says what came of it. */
export const DecoderCheck = ({
  bridge,
  hint,
}: {
  readonly bridge: Pick<StationBridge, 'checkDecoder'>;
  readonly hint: string;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.decoder' });
  const sentence = useSentence();
  const check = useCall(useCallback(() => bridge.checkDecoder(), [bridge]));
  return (
    <>
      <div className={styles['line']}>
        <Button icon="play" isBusy={check.isRunning} onClick={() => void check.run()}>
          {t(check.isRunning ? 'checking' : 'check')}
        </Button>
        <span className={styles['note']}>{hint}</span>
      </div>
      {check.value && (
        <Callout tone={check.value.works ? 'pass' : 'fail'}>
          <strong>{t(check.value.works ? 'works' : 'fails')}</strong>{' '}
          {sentence(check.value.finding)}
        </Callout>
      )}
      {check.error && <Callout tone="fail">{sentence(toShownError(check.error))}</Callout>}
    </>
  );
};
