import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty.tsx';
import styles from './lock.module.css';
import { useIsLocked } from './use-lock.ts';

/** What is not for guests. It stays as it was while it is hidden: nothing typed is lost. */
export const BehindLock = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'lock' });
  const isLocked = useIsLocked();
  return (
    <>
      {isLocked && <Empty icon="lock" title={t('hidden')} />}
      <div hidden={isLocked} className={isLocked ? undefined : styles['shown']}>
        {children}
      </div>
    </>
  );
};
