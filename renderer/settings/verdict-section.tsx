import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../parts/callout.tsx';
import { Card } from '../parts/card.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { formatRate } from '../text/format-rate.ts';
import { useLanguage } from '../text/use-language.ts';
import { ranges } from './figure-ranges.ts';
import { FarField } from './far-field.tsx';
import { farSharesOf } from './far-shares.ts';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';
import { SettingField } from './setting-field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** How sure a pass must be, and how often a guest may try. */
export const VerdictSection = ({ bridge, form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  const { compare, engine } = form.draft;
  const { settings: kept } = form.kept;
  const isStale =
    compare.attempts !== kept.compare.attempts ||
    compare.population !== kept.compare.population ||
    farSharesOf(1, engine.route) !== farSharesOf(1, kept.engine.route);
  return (
    <>
      <Card>
        {isStale && <Callout tone="review">{t('verdict.saveFirst')}</Callout>}
        <FarField bridge={bridge} form={form} />
      </Card>
      <Card>
        <div className={styles['pair']}>
          <AttemptsField form={form} />
          <CalibrationField form={form} />
        </div>
        <Switch
          label={t('verdict.review')}
          hint={t('verdict.reviewHint')}
          isOn={compare.review}
          onToggle={(review) => {
            form.edit('compare', { review });
          }}
        />
      </Card>
    </>
  );
};

const AttemptsField = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.verdict' });
  const language = useLanguage();
  const { engine, compare } = form.draft;
  const { attempts, far } = compare;
  const shares = farSharesOf(attempts, engine.route);
  const { to } = ranges['compare.attempts'];
  return (
    <SettingField
      form={form}
      field="compare.attempts"
      label={t('attempts')}
      hint={
        <>
          {t('attemptsHint')}{' '}
          {shares > 1 &&
            t(shares > attempts ? 'attemptsCostOfChances' : 'attemptsCost', {
              attempts,
              far: formatRate(far, language),
              share: formatRate(far / shares, language),
            })}
        </>
      }
    >
      {(ids) => (
        <Select
          {...ids}
          className={styles['figure']}
          value={String(attempts)}
          choices={Array.from({ length: to }, (_, index) => {
            const value = String(index + 1);
            return { value, label: value };
          })}
          onValue={(chosen) => {
            form.edit('compare', { attempts: Number(chosen) });
          }}
        />
      )}
    </SettingField>
  );
};

/** Shown only where the site has measured a calibration of its own: there is nothing to choose else. */
const CalibrationField = ({ form }: { readonly form: SettingsForm }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.verdict' });
  const { population } = form.draft.compare;
  const populations = [...new Set([...form.kept.populations, population])];
  if (populations.length < 2) return null;
  return (
    <SettingField
      form={form}
      field="compare.population"
      label={t('population')}
      hint={t('populationHint')}
    >
      {(ids) => (
        <Select
          {...ids}
          value={population}
          choices={populations.map((value) => ({ value, label: value }))}
          onValue={(chosen) => {
            form.edit('compare', { population: chosen });
          }}
        />
      )}
    </SettingField>
  );
};
