import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutcome, StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownDemo } from '../../main/ipc/settings-view.ts';
import type { ShownError } from '../../main/ipc/shown-words.ts';
import { Badge } from '../parts/badge.tsx';
import { Button } from '../parts/button.tsx';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { useSentence } from '../text/use-language.ts';
import styles from './demo-bar.module.css';

/** What there is to play, one touch each, so that a newcomer without hardware sees every outcome. */
export const DemoBar = ({
  bridge,
  demo,
  camera,
}: {
  readonly bridge: Pick<StationBridge, 'playScene' | 'liftDemoCard'>;
  readonly demo: ShownDemo;
  /** The choice of the camera, on the page that has one. */
  readonly camera: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const sentence = useSentence();
  const [error, setError] = useState<ShownError>();
  /** The scene whose card is being made; the first of its kind takes a few seconds. */
  const [preparing, setPreparing] = useState<string>();
  const show = (outcome: CallOutcome): void => {
    setError(outcome.ok ? undefined : toShownError(outcome.error));
  };
  const play = async (scene: string): Promise<void> => {
    setPreparing(scene);
    show(await bridge.playScene({ scene }));
    // Another one may have been chosen meanwhile.
    setPreparing((now) => (now === scene ? undefined : now));
  };
  return (
    <aside className={styles['bar']} aria-label={t('demo.title')}>
      <h2 className={styles['title']}>
        <Badge tone="accent" icon="play">
          {t('demo.title')}
        </Badge>
        <span className={styles['explain']}>{t('demo.explain')}</span>
      </h2>
      <div className={styles['scenes']}>
        {demo.scenes.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className={styles['chip']}
            aria-pressed={id === demo.scene}
            aria-busy={id === preparing}
            onClick={() => void play(id)}
          >
            {sentence(label)}
          </button>
        ))}
      </div>
      <div className={styles['side']}>
        {camera}
        <Button
          icon="lift"
          disabled={!demo.cardLies}
          onClick={() => void bridge.liftDemoCard().then(show)}
        >
          {t('demo.lift')}
        </Button>
      </div>
      {error && (
        <p role="alert" className={styles['error']}>
          {sentence(error)}
        </p>
      )}
    </aside>
  );
};
