import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { SettingsForm } from '../settings/use-settings-form.ts';
import type { WizardWays } from './use-wizard.ts';
import { isSkippable } from './wizard-steps.ts';
import styles from './wizard.module.css';

/** The ways on from a step. */
export const WizardFooter = ({
  form,
  ways,
}: {
  readonly form: SettingsForm;
  readonly ways: WizardWays;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard' });
  const { step } = ways.progress;
  return (
    <footer className={styles['footer']}>
      {step !== 'welcome' && (
        <Button icon="chevron-left" disabled={form.isSaving} onClick={ways.back}>
          {t('back')}
        </Button>
      )}
      <span className={styles['gap']} />
      {isSkippable(step) && (
        <Button tone="quiet" disabled={form.isSaving} onClick={ways.skip}>
          {t('skipStep')}
        </Button>
      )}
      {step === 'done' ? (
        <Button tone="primary" icon="check" isBusy={form.isSaving} onClick={ways.finish}>
          {t('finish')}
        </Button>
      ) : (
        <Button tone="primary" isBusy={form.isSaving} onClick={ways.next}>
          {t('next')}
          <Icon name="arrow-right" />
        </Button>
      )}
    </footer>
  );
};
