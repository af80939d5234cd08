import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../parts/class-names.ts';
import { Icon } from '../parts/icon.tsx';
import styles from './step-list.module.css';
import { stepIcons, wizardSteps, type Progress, type WizardStep } from './wizard-steps.ts';

/** All steps: which were gone through, which is open, and the way to any of them. */
export const StepList = ({
  progress: { step, passed },
  isBusy,
  onStep,
}: {
  readonly progress: Progress;
  readonly isBusy: boolean;
  readonly onStep: (step: WizardStep) => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'wizard' });
  return (
    <nav className={styles['side']} aria-label={t('steps')}>
      <p className={styles['progress']}>
        {t('progress', { step: wizardSteps.indexOf(step) + 1, steps: wizardSteps.length })}
      </p>
      <ol className={styles['list']}>
        {wizardSteps.map((one) => {
          const isPassed = passed.includes(one);
          return (
            <li key={one}>
              <button
                type="button"
                className={classNames(styles['step'], isPassed && styles['passed'])}
                aria-current={one === step ? 'step' : undefined}
                disabled={isBusy}
                onClick={() => {
                  onStep(one);
                }}
              >
                <span className={styles['sign']}>
                  <Icon name={isPassed && one !== step ? 'check' : stepIcons[one]} />
                </span>
                <span className={styles['name']}>{t(`step.${one}`)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
