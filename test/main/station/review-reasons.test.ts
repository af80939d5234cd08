import { describe, expect, it } from 'vitest';
import { cardWarnings, type CardWarning } from '../../../main/card/card-warning.ts';
import type { ReviewReason } from '../../../main/records/check-record.ts';
import { attemptOf, type Attempt } from '../../../main/station/attempt.ts';
import {
  comparedOutcome,
  reviewOutcome,
  stoppingReasons,
} from '../../../main/station/review-reasons.ts';
import { sampleAttempt, sampleResult, sampleRules } from './sample-guests.ts';

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

describe('engines that have to agree', () => {
  /** Both engines, each with its score, at 0.1 %: 84 and more passes, 74 and more goes to a person. */
  const attemptWith = (here: number, there: number, review = true): Attempt => {
    const answers = [here, there].map((score, index) => ({
      engine: ['local', 'cloudauth'][index]!,
      result: sampleResult(score),
    }));
    const weaker = sampleResult(Math.min(here, there));
    return attemptOf(
      { ...weaker, routing: { rule: 'both-agree', answers } },
      {
        ...sampleRules,
        review,
      },
    );
  };

  it.each([
    [90, 20],
    [20, 90],
    [90, 80],
    [80, 90],
    [80, 20],
  ])('and say %d and %d never pass: a person is told that they disagree', (here, there) => {
    const attempt = attemptWith(here, there);
    expect(comparedOutcome({ warnings: [] }, attempt)).toEqual({
      verdict: 'review',
      reasons: ['engines-disagree'],
      attempt,
    });
    const failed = comparedOutcome({ warnings: [] }, attemptWith(here, there, false));
    expect(failed).toMatchObject({ verdict: 'fail', reasons: [] });
  });

  it('and do so are judged as one', () => {
    const outcome = (here: number, there: number) =>
      comparedOutcome({ warnings: [] }, attemptWith(here, there));
    expect(outcome(90, 95)).toMatchObject({ verdict: 'pass', reasons: [] });
    expect(outcome(80, 78)).toMatchObject({ verdict: 'review', reasons: ['score-near-threshold'] });
    expect(outcome(20, 30)).toMatchObject({ verdict: 'fail', reasons: [] });
  });

  it('disagree beside what else speaks for looking closely', () => {
    expect(comparedOutcome({ warnings: ['number-form'] }, attemptWith(90, 20)).reasons).toEqual([
      'engines-disagree',
      'card-data-odd',
    ]);
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
