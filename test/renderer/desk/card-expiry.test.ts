import { describe, expect, it } from 'vitest';
import { expiryOf } from '../../../renderer/desk/card-expiry.ts';

const at = (daysLeft: number) => expiryOf({ daysLeft, warnings: [] });
const warned = (code: string) => expiryOf({ warnings: [{ code, en: 'Something.', zh: '某事。' }] });

describe('expiryOf', () => {
  it('is red for a card that expired, and says since when', () => {
    expect(at(-1)).toEqual({ tone: 'fail', kind: 'expired', days: 1 });
  });

  it('does not call a card expired on its last day', () => {
    expect(at(0)).toEqual({ tone: 'review', kind: 'today', days: 0 });
  });

  it('is amber below thirty days, and calm from there', () => {
    expect(at(29).tone).toBe('review');
    expect(at(30).tone).toBe('neutral');
  });

  it('tells a card without an end from one whose validity could not be read', () => {
    expect(expiryOf({ warnings: [] }).kind).toBe('none');
    expect(warned('validity-unreadable').kind).toBe('unread');
    expect(warned('kind-unknown').kind).toBe('unread');
    expect(warned('sex-unknown').kind).toBe('none');
  });
});
