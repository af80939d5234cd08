import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import { useIsLocked } from '../lock/use-lock.ts';
import { classNames } from '../parts/class-names.ts';
import { knownOf } from '../state/followed.ts';
import { useOperatingTable } from '../state/use-operating-table.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import { useVisitImages } from '../state/use-visit-images.ts';
import { CardPanel } from './card-panel.tsx';
import { DecisionBar, type Shift } from './decision-bar.tsx';
import type { Desk, Settings, Stage } from './desk-types.ts';
import { FarChanger } from './far-changer.tsx';
import { OperatorDecisions } from './operator-decisions.tsx';
import { PicturePair } from './picture-pair.tsx';
import { ReviewReasons } from './review-reasons.tsx';
import { ScorePanel } from './score-panel.tsx';
import { VerdictBanner } from './verdict-banner.tsx';
import styles from './visit-desk.module.css';

/** The present check: card, photos, score, reasons, and what the clerk can do. */
export const VisitDesk = ({
  bridge,
  desk,
  stage,
  settings,
  shift,
  isShared,
}: {
  readonly bridge: StationBridge;
  readonly desk: Desk & { readonly visit: number };
  readonly stage: Stage | undefined;
  readonly settings: Settings | undefined;
  readonly shift: Shift;
  /** Whether the guest looks at the same screen. */
  readonly isShared: boolean;
}): ReactNode => {
  const { t } = useTranslation('clerk', { keyPrefix: 'desk' });
  const table = knownOf(useOperatingTable(bridge));
  const pictures = useVisitImages(bridge, { ...desk, attempt: desk.attemptsUsed });
  // Kept with the visit it was pressed for, so that the next guest's card comes up covered.
  const [revealedVisit, setRevealedVisit] = useState<number>();
  const isLocked = useIsLocked();
  const isRevealed = !isLocked && revealedVisit === desk.visit;
  const toggle = (): void => {
    setRevealedVisit(isRevealed ? undefined : desk.visit);
  };
  useShortcuts(
    useMemo(
      () =>
        isShared && !isLocked
          ? {
              F6: () => {
                setRevealedVisit(isRevealed ? undefined : desk.visit);
              },
            }
          : {},
      [isShared, isLocked, isRevealed, desk.visit],
    ),
  );
  return (
    <div
      className={classNames(styles['desk'], isShared && styles['shared'])}
      aria-label={t('heading')}
    >
      <div className={styles['banner']}>
        <VerdictBanner
          desk={desk}
          stage={stage}
          reasons={<ReviewReasons reasons={desk.reasons} error={desk.error} />}
        />
      </div>
      <div className={styles['card']}>
        {desk.card && (
          <CardPanel
            card={desk.card}
            stage={stage}
            cover={!isShared ? 'never' : isRevealed ? 'revealed' : 'covered'}
            onCover={isLocked ? undefined : toggle}
          />
        )}
      </div>
      <div className={styles['pictures']}>
        <PicturePair pictures={pictures} />
      </div>
      <div className={styles['score']}>
        <ScorePanel
          decision={desk.decision}
          far={desk.far}
          farNow={settings?.compare.far}
          aside={
            settings && table && <FarChanger bridge={bridge} settings={settings} table={table} />
          }
        />
      </div>
      <div className={styles['actions']}>
        <OperatorDecisions decisions={desk.decisions} />
        <DecisionBar
          bridge={bridge}
          desk={desk}
          attemptsNow={settings?.compare.attempts ?? desk.attempts}
          shift={shift}
        />
      </div>
    </div>
  );
};
