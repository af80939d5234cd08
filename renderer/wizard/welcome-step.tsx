import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../parts/mark.tsx';
import { LanguageField } from '../settings/language-field.tsx';
import { StepHeading } from './step-heading.tsx';
import type { StepProps } from './step-view.tsx';
import styles from './step.module.css';

/** What is going to happen, in a language of one's own. */
export const WelcomeStep = ({ form, heading }: StepProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard.welcome' });
  return (
    <div className={styles['hero']}>
      <Mark className={styles['shape']} />
      <StepHeading heading={heading} title={t('heading')}>
        {t('detail')}
      </StepHeading>
      <LanguageField
        label={t('language')}
        value={form.draft.screen.language}
        onValue={(language) => {
          // At once: the next step is to be read in it.
          void form.saveNow('screen', { language });
        }}
      />
    </div>
  );
};
