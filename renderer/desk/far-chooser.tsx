import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../parts/badge.tsx';
import { classNames } from '../parts/class-names.ts';
import { formatCount, formatOneIn, formatRate } from '../text/format-rate.ts';
import { useLanguage } from '../text/use-language.ts';
import type { OperatingTable } from './desk-types.ts';
import styles from './far-chooser.module.css';

/** The false-accept rates there are to choose from, what each costs, and how that is known. */
export const FarChooser = ({
  table,
  far,
  onFar,
  isBusy = false,
}: {
  readonly table: OperatingTable;
  readonly far: number;
  readonly onFar: (far: number) => void;
  readonly isBusy?: boolean;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.far' });
  const language = useLanguage();
  const name = useId();
  return (
    <fieldset className={styles['chooser']} aria-busy={isBusy} disabled={isBusy}>
      <legend className={styles['legend']}>{t('legend')}</legend>
      <p className={styles['hint']}>{t('hint')}</p>
      <div className={styles['rows']}>
        {table.rows.map((row) => (
          <FarRow
            key={row.far}
            row={row}
            attempts={table.attempts}
            chances={table.chances}
            name={name}
            isChosen={row.far === far}
            onChoose={() => {
              onFar(row.far);
            }}
          />
        ))}
      </div>
      <p className={styles['source']}>
        {t('sourceSentence', {
          calibration: table.calibration,
          population: table.population,
          date: table.measuredOn,
          people: formatCount(table.people, language),
          impostors: formatCount(table.impostorCount, language),
          genuines: formatCount(table.genuineCount, language),
        })}{' '}
        {table.attempts > 1 && t('perAttempt', { attempts: table.attempts })}{' '}
        {table.chances > 1 && t('perChance')}
      </p>
    </fieldset>
  );
};

const FarRow = ({
  row,
  attempts,
  chances,
  name,
  isChosen,
  onChoose,
}: {
  readonly row: OperatingTable['rows'][number];
  readonly attempts: number;
  readonly chances: number;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk.far' });
  const language = useLanguage();
  const rate = (value: number): string => formatRate(value, language);
  const isMeasured = row.farApplied !== undefined;
  const [low, high] = row.frrInterval95 ?? [];
  return (
    <label className={classNames(styles['row'], !isMeasured && styles['unmeasured'])}>
      <input
        type="radio"
        name={name}
        checked={isChosen}
        disabled={!isMeasured}
        onChange={onChoose}
      />
      <span className={styles['far']}>{rate(row.far)}</span>
      <span className={styles['words']}>
        <span>{t('oneIn', { people: formatOneIn(row.far, language) })}</span>
        {isMeasured && row.frr !== undefined ? (
          <span className={styles['misses']}>
            <strong>{t('misses', { rate: rate(row.frr) })}</strong>
            {low !== undefined && high !== undefined && (
              <span>{t('interval', { low: rate(low), high: rate(high) })}</span>
            )}
          </span>
        ) : (
          <span className={styles['misses']}>
            {t(chances > 1 ? 'unmeasuredOfChances' : 'unmeasured', { attempts })}
          </span>
        )}
      </span>
      {row.isChosen && (
        <Badge tone="accent" icon="check">
          {t('chosen')}
        </Badge>
      )}
    </label>
  );
};
