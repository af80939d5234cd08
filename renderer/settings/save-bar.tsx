import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import styles from './save-bar.module.css';
import type { SettingsForm } from './use-settings-form.ts';

/** Stays in sight while there is something to save. */
export const SaveBar = ({
  form,
  onSave,
}: {
  readonly form: SettingsForm;
  readonly onSave: () => void;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings' });
  return (
    <div className={styles['bar']}>
      <p className={styles['note']} role="status">
        <Icon name="edit" />
        {t('unsaved')}
      </p>
      <Button tone="quiet" disabled={form.isSaving} onClick={form.discard}>
        {t('discard')}
      </Button>
      <Button tone="primary" icon="check" isBusy={form.isSaving} onClick={onSave}>
        {t(form.isSaving ? 'saving' : 'save')}
      </Button>
    </div>
  );
};
