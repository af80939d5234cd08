import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import { formatCount, formatRate, formatSeconds } from '../text/format-rate.ts';
import { useLanguage } from '../text/use-language.ts';
import styles from './figure-tiles.module.css';
import { verdicts, type Figures } from './history-types.ts';
import { verdictIcons } from './verdict-badge.tsx';

/** The counts of a span of time, each in a tile. */
export const FigureTiles = ({
  figures,
  isShort = false,
}: {
  readonly figures: Figures;
  /** Only what they came to. */
  readonly isShort?: boolean;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const language = useLanguage();
  const total = figures.pass + figures.review + figures.fail;
  const shareOf = (count: number): string | undefined =>
    total === 0
      ? undefined
      : t('history.figures.share', { share: formatRate(count / total, language) });
  return (
    <dl className={styles['tiles']}>
      <Tile label={t('history.figures.total')} value={formatCount(total, language)} />
      {verdicts.map((verdict) => (
        <Tile
          key={verdict}
          tone={verdict}
          label={t(`desk.verdict.${verdict}`)}
          value={formatCount(figures[verdict], language)}
          note={isShort ? undefined : shareOf(figures[verdict])}
        />
      ))}
      {!isShort && (
        <>
          <Tile
            label={t('history.figures.decided')}
            value={formatCount(figures.decidedByOperator, language)}
            note={shareOf(figures.decidedByOperator)}
          />
          <Tile
            label={t('history.figures.withoutFace')}
            value={formatCount(figures.withoutFace, language)}
            note={shareOf(figures.withoutFace)}
          />
          <Tile
            label={t('history.figures.median')}
            value={
              figures.medianTotal === undefined
                ? t('history.figures.none')
                : t('history.figures.seconds', { seconds: formatSeconds(figures.medianTotal) })
            }
          />
        </>
      )}
    </dl>
  );
};

const Tile = ({
  label,
  value,
  note,
  tone,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  readonly tone?: keyof typeof verdictIcons;
}): ReactNode => (
  <div className={classNames(styles['tile'], tone && styles[tone])}>
    <dt>
      {tone && <Icon name={verdictIcons[tone]} />}
      {label}
    </dt>
    <dd>
      {value}
      {note !== undefined && <span className={styles['note']}>{note}</span>}
    </dd>
  </div>
);
