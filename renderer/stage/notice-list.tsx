import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageNotice } from '../../main/ipc/stage-schema.ts';
import { Icon } from '../parts/icon.tsx';
import type { IconName } from '../parts/icon-paths.ts';
import styles from './notice-list.module.css';

/**
 * What a guest has to be told before a face is compared: who, what for, how, for how long, and which
 * rights there are (Measures on the application of facial recognition technology, article 5).
 */
export const NoticeList = ({ notice }: { readonly notice: StageNotice }): ReactNode => {
  const { t } = useTranslation('guest');
  const { organisation, purpose, contact, retentionDays } = notice;
  return (
    // It scrolls where a screen is small and the print large; a keyboard has to reach it then.
    <ul className={styles['notice']} tabIndex={0}>
      <Item icon="building" title={t('consent.who')}>
        {organisation === '' ? t('consent.whoUnknown') : organisation}
        {contact !== '' && <> · {t('consent.contact', { contact })}</>}
      </Item>
      <Item icon="target" title={t('consent.purpose')}>
        {purpose === '' ? t('consent.purposeUnknown') : purpose}
      </Item>
      <Item icon="face" title={t('consent.how')}>
        {t('consent.howFace')}
      </Item>
      <Item icon="clock" title={t('consent.kept')}>
        {retentionDays === 0
          ? t('consent.keptNothing')
          : t('consent.keptDays', { days: retentionDays })}
      </Item>
      <Item icon="shield" title={t('consent.rights')}>
        {t('consent.rightsWords')}
      </Item>
    </ul>
  );
};

const Item = ({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode => (
  <li className={styles['item']}>
    <Icon name={icon} className={styles['icon']} />
    <h2 className={styles['title']}>{title}</h2>
    <p className={styles['words']}>{children}</p>
  </li>
);
