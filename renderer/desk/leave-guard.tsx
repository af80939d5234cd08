import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';

/** Asks before settings that were changed, but not saved, are left behind. */
export const LeaveGuard = ({
  onStay,
  onLeave,
}: {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.guard' });
  return (
    <Dialog
      title={t('heading')}
      closeLabel={t('stay')}
      onClose={onStay}
      actions={
        <Button tone="danger" onClick={onLeave}>
          {t('leave')}
        </Button>
      }
    >
      <p>{t('detail')}</p>
    </Dialog>
  );
};
