import { DeskLockError } from '../../../main/desk-lock/desk-lock-error.ts';
import { clerkScreens } from './clerk-screens.ts';
import { clicksBy } from './clicks.ts';
import type { GalleryScreen } from './fake-bridge.ts';

/** A screen of the clerk's whose desk is locked, or could be. */
const withLock = (
  of: string,
  isLocked: boolean,
  more: Partial<GalleryScreen> = {},
): GalleryScreen => {
  const { [of]: screen } = clerkScreens;
  if (screen === undefined) throw new Error(`There is no screen ${of}.`);
  return {
    ...screen,
    ...more,
    answers: { ...screen.answers, currentLock: { hasPin: true, isLocked } },
  };
};

/** The lock of the desk. */
export const lockScreens: Readonly<Record<string, GalleryScreen>> = {
  'lock-desk': withLock('desk-review', true),
  'lock-shared': withLock('shared-review', true),
  'lock-desk-open': withLock('desk-review', false),
  'lock-unlock': withLock('desk-review', true, { clicks: clicksBy(({ lock }) => [lock.unlock]) }),
  'lock-wrong-pin': withLock('desk-review', true, {
    clicks: clicksBy(({ lock }) => [lock.unlock, '1', '3', '5', '7', lock.submit]),
    failures: { unlockDesk: new DeskLockError('desk-lock.wrong-pin', { left: 4 }).toJSON() },
  }),
  'lock-history': withLock('desk-review', true, { clicks: clicksBy(({ nav }) => [nav.history]) }),
  'lock-pin': withLock('desk-review', false, {
    clicks: clicksBy(({ nav, settings, lock }) => [
      nav.settings,
      settings.section.screen,
      { field: lock.newPin, text: '2468' },
      lock.change,
    ]),
  }),
};
