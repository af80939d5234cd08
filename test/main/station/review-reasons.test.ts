import { describe, expect, it } from 'vitest';
import { cardWarnings, type CardWarning } from '../../../main/card/card-warning.ts';
import type { ReviewReason } from '../../../main/records/check-record.ts';
import {
  comparedOutcome,
  reviewOutcome,
  stoppingReasons,
} from '../../../main/station/review-reasons.ts';
import { sampleAttempt } from './sample-guests.ts';

/** What each warning of a card has to lead to, written down a second time. */
const wanted: Readonly<Record<CardWarning, ReviewReason | 'nothing'>> = {
  expired: 'card-expired',
  'not-yet-valid': 'card-not-yet-valid',
  'number-form': 'card-data-odd',
  'number-check-character': 'card-data-odd',
  'number-region': 'card-data-odd',
  'number-birth-differs': 'card-data-odd',
  'number-sex-differs': 'card-data-odd',
  'birth-unreadable': 'card-data-odd',
  'validity-unreadable': 'card-data-odd',
  'kind-unknown': 'card-data-odd',
  'sex-unknown': 'nothing',
  'ethnic-group-unknown': 'nothing',
  'additional-address-unread': 'nothing',
};
const warnings = Object.keys(cardWarnings) as CardWarning[];
const stopping = ['card-expired', 'card-not-yet-valid'];

describe('a card', () => {
  it.each(warnings)(
    'with the warning %s gets to the camera unless it is out of date',
    (warning) => {
      const stops = stopping.includes(wanted[warning]);
      expect(stoppingReasons({ warnings: [warning], attemptsLeft: 1 })).toEqual(
        stops ? [wanted[warning]] : [],
      );
    },
  );

  it.each(warnings)('with the warning %s passes by itself only if it means nothing', (warning) => {
    const { verdict, reasons } = comparedOutcome({ warnings: [warning] }, sampleAttempt(100));
    const wantedReason = wanted[warning];
    expect({ verdict, reasons }).toEqual(
      wantedReason === 'nothing'
        ? { verdict: 'pass', reasons: [] }
        : { verdict: 'review', reasons: [wantedReason] },
    );
  });

  it('whose attempts are used up does not get to the camera', () => {
    expect(stoppingReasons({ warnings: [], attemptsLeft: 0 })).toEqual(['attempts-used-up']);
    expect(stoppingReasons({ warnings: ['expired', 'number-form'], attemptsLeft: 0 })).toEqual([
      'card-expired',
      'attempts-used-up',
    ]);
  });
});

describe('the outcome of a comparison', () => {
  it.each([
    [90, 'pass', []],
    [80, 'review', ['score-near-threshold']],
    [20, 'fail', []],
  ] as const)('that scores %d is a %s', (score, verdict, reasons) => {
    const attempt = sampleAttempt(score);
    expect(comparedOutcome({ warnings: [] }, attempt)).toEqual({ verdict, reasons, attempt });
  });

  it('names a card that is out of date once', () => {
    expect(reviewOutcome({ warnings: ['expired'] }, ['card-expired']).reasons).toEqual([
      'card-expired',
    ]);
  });

  it('is a fail for a low score, whatever the card', () => {
    expect(comparedOutcome({ warnings: ['number-form'] }, sampleAttempt(20)).verdict).toBe('fail');
  });
});

describe('what a person is told', () => {
  it('is every reason there is, each once', () => {
    const attempt = sampleAttempt(80);
    expect(
      reviewOutcome(
        { warnings: ['number-form', 'number-region', 'sex-unknown'] },
        ['no-usable-frame'],
        { attempt },
      ),
    ).toEqual({
      verdict: 'review',
      reasons: ['no-usable-frame', 'score-near-threshold', 'card-data-odd'],
      attempt,
    });
  });
});
