import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { Mark } from '../parts/mark.tsx';
import styles from './stage-header.module.css';
import { StageSwitches } from './stage-switches.tsx';
import { StepBar } from './step-bar.tsx';
import type { GuestChoices } from './kept-choices.ts';

/** What stays on the guest's screen throughout. */
export const StageHeader = ({
  phase,
  choices,
  choose,
}: {
  readonly phase: ShownStage['phase'];
  readonly choices: GuestChoices;
  readonly choose: (choices: Partial<GuestChoices>) => void;
}): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <header className={styles['header']}>
      <p className={styles['brand']}>
        <Mark className={styles['mark']} />
        <span>{t('product')}</span>
      </p>
      <StepBar phase={phase} />
      <StageSwitches choices={choices} choose={choose} />
    </header>
  );
};
