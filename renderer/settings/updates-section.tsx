import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../parts/card.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './section.module.css';
import { TextField } from './setting-field.tsx';

/** Where newer versions come from, and whose they must be. */
export const UpdatesSection = ({ form }: SectionProps): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'settings.updates' });
  const { feed, publicKey } = form.draft.updates;
  return (
    <>
      <p className={styles['explain']}>{t('explain')}</p>
      <Card>
        <TextField
          form={form}
          field="updates.feed"
          label={t('feed')}
          hint={t('feedHint')}
          maxLength={500}
          value={feed}
          onValue={(typed) => {
            form.edit('updates', { feed: typed });
          }}
        />
        <TextField
          form={form}
          field="updates.publicKey"
          label={t('publicKey')}
          hint={t('publicKeyHint')}
          maxLength={200}
          value={publicKey}
          onValue={(typed) => {
            form.edit('updates', { publicKey: typed });
          }}
        />
        <p className={styles['note']}>{t('browser')}</p>
      </Card>
    </>
  );
};
