import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraProblem } from '../camera/camera-problem.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import styles from './camera-problem-screen.module.css';
import { Screen } from './screen.tsx';
import type { GuestActions } from './use-guest-actions.ts';

/** The camera shows nothing: says what helps, and that the guest need not wait for it. */
export const CameraProblemScreen = ({
  problem,
  actions,
}: {
  readonly problem: CameraProblem;
  readonly actions: GuestActions;
}): ReactNode => {
  const { t } = useTranslation('guest');
  return (
    <Screen
      picture={<Icon name="camera-off" className={styles['icon']} />}
      heading={t(`camera.${problem}.heading`)}
      detail={t(`camera.${problem}.detail`)}
    >
      <Button
        tone="primary"
        size="guest"
        icon="bell"
        isBusy={actions.isBusy}
        onClick={actions.askForStaff}
      >
        {t('looking.askForStaff')}
      </Button>
    </Screen>
  );
};
