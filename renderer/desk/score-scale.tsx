import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import { formatRate } from '../text/format-rate.ts';
import { formatScore, formatScoreAgainst } from '../text/format-score.ts';
import { useLanguage } from '../text/use-language.ts';
import type { DeskDecision } from './desk-types.ts';
import { layOutScale } from './scale-layout.ts';
import styles from './score-scale.module.css';

const percent = (place: number): string => `${place.toFixed(2)}%`;

/**
 * The score on its scale of 0 to 100: what passes, what goes to a person, and the pass mark at every
 * measured false-accept rate. The drawing is for eyes; a table says the same to screen readers.
 */
export const ScoreScale = ({ decision }: { readonly decision: DeskDecision }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.score' });
  const language = useLanguage();
  const marks = layOutScale(decision);
  const text = formatScoreAgainst(decision.score, decision.threshold);
  const { score, threshold, reviewThreshold = threshold, verdict } = decision;
  return (
    <div className={styles['scale']}>
      <div className={styles['drawing']} aria-hidden="true">
        <div className={styles['score']} style={{ insetInlineStart: percent(score) }}>
          <span className={classNames(styles['value'], styles[verdict])}>{text.score}</span>
        </div>
        <div className={styles['track']}>
          <span className={styles['fails']} style={{ width: percent(reviewThreshold) }} />
          <span
            className={styles['reviews']}
            style={{ width: percent(threshold - reviewThreshold) }}
          />
          <span className={styles['passes']} />
        </div>
        <span className={styles['passMark']} style={{ insetInlineStart: percent(threshold) }} />
        <svg className={styles['leaders']} viewBox="0 0 100 10" preserveAspectRatio="none">
          {marks.map(({ far, threshold: mark, label, isApplied }) => (
            <path
              key={far}
              className={classNames(isApplied && styles['applied'])}
              d={`M${mark} 0V3L${label} 10`}
            />
          ))}
        </svg>
        <div className={styles['labels']}>
          {marks.map(({ far, label, isApplied }) => (
            <span
              key={far}
              className={classNames(styles['label'], isApplied && styles['applied'])}
              style={{ insetInlineStart: percent(label) }}
            >
              {formatRate(far, language)}
            </span>
          ))}
        </div>
        {marks.map(
          ({ far, label, isApplied }) =>
            isApplied && (
              // Shifted by as much of itself as it stands along the scale, so that it never leaves it.
              <p
                key={far}
                className={styles['appliedMark']}
                style={{ insetInlineStart: percent(label), translate: percent(-label) }}
              >
                {t('applied', { threshold: text.threshold })}
              </p>
            ),
        )}
      </div>
      <ScaleTable marks={marks} threshold={text.threshold} />
    </div>
  );
};

const ScaleTable = ({
  marks,
  threshold: applied,
}: {
  readonly marks: ReturnType<typeof layOutScale>;
  /** The pass mark of this attempt, as it is written elsewhere. */
  readonly threshold: string;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.score' });
  const language = useLanguage();
  return (
    // A table is as wide as its words, however narrow it is told to be: what is round it is hidden.
    <div className={styles['spoken']}>
      <table>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('far')}</th>
            <th scope="col">{t('threshold')}</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ far, threshold, isApplied }) => (
            <tr key={far}>
              <th scope="row">
                {formatRate(far, language)}
                {isApplied && ` (${t('chosen')})`}
              </th>
              <td>{isApplied ? t('applied', { threshold: applied }) : formatScore(threshold)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
