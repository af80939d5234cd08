import type { DeskCard } from './desk-types.ts';
import type { Tone } from '../parts/badge.tsx';

/** Days before its end from which a card is pointed out. */
const soon = 30;

/** How long a card is still good for, as it is to be shown. */
export interface Expiry {
  readonly tone: Tone;
  readonly kind: 'unread' | 'none' | 'expired' | 'today' | 'left';
  /** Days left, or since it expired. */
  readonly days: number;
}

/** What to show of a card's end. */
export const expiryOf = ({
  daysLeft,
  warnings,
}: Pick<DeskCard, 'daysLeft' | 'warnings'>): Expiry => {
  if (daysLeft === undefined) {
    const isUnread = warnings.some(
      ({ code }) => code === 'validity-unreadable' || code === 'kind-unknown',
    );
    return isUnread
      ? { tone: 'review', kind: 'unread', days: 0 }
      : { tone: 'neutral', kind: 'none', days: 0 };
  }
  if (daysLeft < 0) return { tone: 'fail', kind: 'expired', days: -daysLeft };
  if (daysLeft === 0) return { tone: 'review', kind: 'today', days: 0 };
  return { tone: daysLeft < soon ? 'review' : 'neutral', kind: 'left', days: daysLeft };
};
