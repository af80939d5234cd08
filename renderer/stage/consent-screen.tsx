import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageCard, StageNotice } from '../../main/ipc/stage-schema.ts';
import { Button } from '../parts/button.tsx';
import { CloudConsent } from './cloud-consent.tsx';
import styles from './consent-screen.module.css';
import { GuestCard } from './guest-card.tsx';
import { NoticeList } from './notice-list.tsx';
import type { GuestActions } from './use-guest-actions.ts';

/** The notice, and the guest's or the guardian's free choice: both answers are equally large. */
export const ConsentScreen = ({
  card,
  notice,
  actions,
}: {
  readonly card: StageCard;
  readonly notice: StageNotice;
  readonly actions: GuestActions;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const [cloud, setCloud] = useState(false);
  const { guardian } = notice;
  return (
    <div className={styles['screen']}>
      <div role="status" className={styles['head']}>
        <h1 className={styles['heading']}>
          {t(guardian ? 'consent.headingGuardian' : 'consent.heading')}
        </h1>
      </div>
      <GuestCard card={card} />
      <NoticeList notice={notice} />
      <div className={styles['choice']}>
        {notice.cloud && <CloudConsent cloud={notice.cloud} isGiven={cloud} onGiven={setCloud} />}
        <div className={styles['answers']}>
          <Button
            size="guest"
            icon="user"
            disabled={actions.isBusy}
            onClick={() => {
              actions.answer({ kind: 'without-face' });
            }}
          >
            {t('consent.without')}
          </Button>
          <Button
            tone="primary"
            size="guest"
            icon={guardian ? 'family' : 'face'}
            isBusy={actions.isBusy}
            onClick={() => {
              actions.answer({ kind: 'face', cloud, guardian });
            }}
          >
            {t(guardian ? 'consent.agreeGuardian' : 'consent.agree')}
          </Button>
        </div>
        <p className={styles['without']}>{t('consent.withoutWords')}</p>
      </div>
    </div>
  );
};
