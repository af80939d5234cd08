import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { Preferences } from '../../main/ipc/settings-view.ts';
import { HistoryView } from '../history/history-view.tsx';
import { LockBar } from '../lock/lock-bar.tsx';
import { BehindLock } from '../lock/behind-lock.tsx';
import { IsLocked, useLock } from '../lock/use-lock.ts';
import { classNames } from '../parts/class-names.ts';
import { SettingsView } from '../settings/settings-view.tsx';
import { knownOf } from '../state/followed.ts';
import { useDesk, useDevices, useSettings, useStage } from '../state/use-followed.ts';
import { useShortcuts } from '../state/use-shortcuts.ts';
import styles from './clerk-app.module.css';
import { ClerkHeader } from './clerk-header.tsx';
import { clerkViews, type ClerkView } from './clerk-views.ts';
import { DeskView } from './desk-view.tsx';
import { DeviceStrip } from './device-strip.tsx';
import { GuestWaits } from './guest-waits.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { useClerkView } from './use-clerk-view.ts';
import { usePresentDay } from './use-present-day.ts';

/** The clerk's side: desk, history and settings, the devices below them, and the guest's part beside. */
export const ClerkApp = ({
  bridge,
  preferences,
  stage,
}: {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
  /** The guest's part, where both share this screen. It stays, whatever the clerk looks at. */
  readonly stage: ReactNode;
}): ReactNode => {
  const { t } = useTranslation('clerk');
  const { view, asked, goTo, stay, leave, onUnsaved } = useClerkView();
  const [isHelped, setHelped] = useState(false);
  const desk = useDesk(bridge);
  const devices = useDevices(bridge);
  const lock = useLock(bridge);
  const isShared = stage !== undefined;
  const hasGuest = knownOf(desk)?.visit !== undefined;
  useShortcuts(
    useMemo(
      () => ({
        F1: () => {
          setHelped(true);
        },
        ...Object.fromEntries(
          clerkViews.map((to, index) => [
            `Alt+${index + 1}`,
            () => {
              goTo(to);
            },
          ]),
        ),
      }),
      [goTo],
    ),
  );
  return (
    <div className={classNames(styles['clerk'], isShared && styles['shared'])}>
      {isShared && <div className={styles['stage']}>{stage}</div>}
      <div className={styles['side']}>
        <ClerkHeader
          view={view}
          onView={goTo}
          onHelp={() => {
            setHelped(true);
          }}
        />
        <div>
          <LockBar bridge={bridge} lock={lock} />
          {hasGuest && view !== 'desk' && (
            <GuestWaits
              onDesk={() => {
                goTo('desk');
              }}
            />
          )}
        </div>
        {/* One element either way, so that nothing in it is lost when a second screen is set up. */}
        <div
          role={isShared ? 'region' : 'main'}
          className={styles['content']}
          aria-label={t(`nav.${view}`)}
          // It scrolls where a screen is small; a keyboard has to reach it then.
          tabIndex={0}
        >
          <IsLocked value={lock.isLocked}>
            <View
              bridge={bridge}
              view={view}
              desk={desk}
              isShared={isShared}
              onUnsaved={onUnsaved}
            />
          </IsLocked>
        </div>
        <DeviceStrip devices={devices} />
      </div>
      {isHelped && (
        <HelpDialog
          isShared={isShared}
          isDemo={preferences.isDemo}
          onClose={() => {
            setHelped(false);
          }}
        />
      )}
      {asked !== undefined && <LeaveGuard onStay={stay} onLeave={leave} />}
    </div>
  );
};

const noOperators: readonly string[] = [];

const View = ({
  bridge,
  view,
  desk,
  isShared,
  onUnsaved,
}: {
  readonly bridge: StationBridge;
  readonly view: ClerkView;
  readonly desk: ReturnType<typeof useDesk>;
  readonly isShared: boolean;
  readonly onUnsaved: (hasUnsaved: boolean) => void;
}): ReactNode => {
  const day = usePresentDay();
  const stage = useStage(bridge);
  const settings = knownOf(useSettings(bridge))?.settings;
  const [operator, setOperator] = useState('');
  const operators = settings?.site.operators ?? noOperators;
  const shift = useMemo(
    () => ({ operators, operator, onOperator: setOperator }),
    [operators, operator],
  );
  switch (view) {
    case 'desk':
      return (
        <DeskView
          bridge={bridge}
          desk={desk}
          stage={stage}
          settings={settings}
          shift={shift}
          isShared={isShared}
          day={day}
        />
      );
    case 'history':
      return (
        <BehindLock>
          <HistoryView bridge={bridge} day={day} />
        </BehindLock>
      );
    case 'settings':
      return (
        <BehindLock>
          <SettingsView bridge={bridge} onUnsaved={onUnsaved} />
        </BehindLock>
      );
  }
};
