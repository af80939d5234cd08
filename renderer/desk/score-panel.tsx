import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { formatRate } from '../text/format-rate.ts';
import { formatScore, formatScoreAgainst } from '../text/format-score.ts';
import { useLanguage, useSentence } from '../text/use-language.ts';
import type { DeskDecision } from './desk-types.ts';
import { RoutingLines } from './routing-lines.tsx';
import styles from './score-panel.module.css';
import { ScoreScale } from './score-scale.tsx';

/** What the verdict rests on. */
export const ScorePanel = ({
  decision,
  far,
  farNow,
  aside,
}: {
  readonly decision: DeskDecision | undefined;
  /** The false-accept rate this check is held to, and the one that is set by now. */
  readonly far: number;
  readonly farNow: number | undefined;
  /** Stands beside the heading: the way to change the false-accept rate. */
  readonly aside: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.score' });
  const language = useLanguage();
  return (
    <Card title={t('heading')} aside={aside} className={styles['panel']}>
      {decision === undefined ? (
        <p className={styles['none']}>{t('none')}</p>
      ) : (
        <Known decision={decision} />
      )}
      {farNow !== undefined && farNow !== far && (
        <Callout tone="review">{t('heldTo', { far: formatRate(far, language) })}</Callout>
      )}
    </Card>
  );
};

const Known = ({ decision }: { readonly decision: DeskDecision }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.score' });
  const language = useLanguage();
  const sentence = useSentence();
  const { far, farApplied, attempts, fellBackFrom, reviewThreshold, routing } = decision;
  const shared = attempts > 1 ? 'perAttempt' : 'perSingle';
  const { score, threshold } = formatScoreAgainst(decision.score, decision.threshold);
  const rates = { far: formatRate(far, language), applied: formatRate(farApplied, language) };
  return (
    <>
      <ScoreScale decision={decision} />
      <p className={styles['sentence']}>
        {t(reviewThreshold === undefined ? 'sentence' : 'sentenceWithReview', {
          ...{ score, threshold, far: rates.far },
          from: formatScore(reviewThreshold ?? decision.threshold),
        })}
      </p>
      <p className={styles['basis']}>
        <span>
          {t(routing?.rule === 'local-then-cloud' ? 'perChance' : shared, { ...rates, attempts })}
        </span>
        <span>{t('engine', decision)}</span>
        {decision.calibration !== undefined && (
          <span>{t('calibration', { calibration: decision.calibration })}</span>
        )}
      </p>
      {routing && <RoutingLines routing={routing} />}
      {fellBackFrom && (
        <Callout tone="review">
          {t('fellBack', fellBackFrom)} {sentence(fellBackFrom.error)}
        </Callout>
      )}
    </>
  );
};
