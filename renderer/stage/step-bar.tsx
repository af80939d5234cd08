import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { Icon } from '../parts/icon.tsx';
import { classNames } from '../parts/class-names.ts';
import styles from './step-bar.module.css';

const steps = ['card', 'consent', 'face', 'result'] as const;
type Step = (typeof steps)[number];

/** Which step a phase belongs to; starting up and problems belong to none. */
const stepOf: Readonly<Record<ShownStage['phase'], Step | undefined>> = {
  starting: undefined,
  'waiting-for-card': 'card',
  reading: 'card',
  consent: 'consent',
  looking: 'face',
  comparing: 'face',
  result: 'result',
  problem: undefined,
};

/** How far the guest has come. */
export const StepBar = ({ phase }: { readonly phase: ShownStage['phase'] }): ReactNode => {
  const { t } = useTranslation('guest');
  const current = stepOf[phase];
  const at = current === undefined ? -1 : steps.indexOf(current);
  return (
    <ol className={styles['steps']} aria-label={t('steps.label')}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classNames(styles['step'], index < at && styles['done'])}
          aria-current={step === current ? 'step' : undefined}
        >
          <span className={styles['mark']}>
            {index < at ? <Icon name="check" /> : <span>{index + 1}</span>}
          </span>
          <span className={styles['name']}>{t(`steps.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
};
