import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import { VerdictShape } from '../parts/verdict-shape.tsx';
import { formatScoreAgainst } from '../text/format-score.ts';
import type { Desk, Stage } from './desk-types.ts';
import styles from './verdict-banner.module.css';

/** What the check has come to, or how far it is, to be seen at a glance. */
export const VerdictBanner = ({
  desk,
  stage,
  reasons,
}: {
  readonly desk: Desk;
  readonly stage: Stage | undefined;
  /** Why it is not simply so. */
  readonly reasons: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk' });
  const { verdict, decision } = desk;
  if (verdict === undefined) return <Progress desk={desk} stage={stage} />;
  const decided = desk.decisions.at(-1);
  return (
    <section
      className={classNames(styles['banner'], styles[verdict])}
      role="status"
      aria-label={t(`verdict.${verdict}`)}
    >
      <VerdictShape ending={verdict} className={styles['shape']} />
      <div className={styles['words']}>
        <p className={styles['verdict']}>{t(`verdict.${verdict}`)}</p>
        <p className={styles['detail']}>
          {decided === undefined ? t(`verdictDetail.${verdict}`) : t('decidedDetail', decided)}
        </p>
        {reasons}
        {stage?.phase === 'result' && stage.nextWaits && (
          <p className={styles['next']}>
            <Icon name="clock" />
            {t('nextWaits')}
          </p>
        )}
      </div>
      {decision && (
        <p className={styles['score']}>
          <span>{t('score.score')}</span>
          {formatScoreAgainst(decision.score, decision.threshold).score}
        </p>
      )}
    </section>
  );
};

const Progress = ({
  desk,
  stage,
}: {
  readonly desk: Desk;
  readonly stage: Stage | undefined;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk' });
  // The stage may tell of the result an instant before the desk does.
  const phase = stage?.phase === 'result' ? 'comparing' : stage?.phase;
  const isStep = phase === 'consent' || phase === 'looking' || phase === 'comparing';
  return (
    <section className={styles['banner']} role="status">
      <span className={styles['progress']}>
        <Icon name={phase === 'consent' ? 'shield' : 'face'} />
      </span>
      <div className={styles['words']}>
        <p className={styles['verdict']}>{isStep ? t(`step.${phase}`) : t('waiting.reading')}</p>
        {stage?.phase === 'looking' && (
          <p className={styles['detail']}>
            {t('step.attempt', { attempt: stage.attempt, attempts: desk.attempts })}
          </p>
        )}
      </div>
    </section>
  );
};
