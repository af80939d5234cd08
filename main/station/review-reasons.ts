import type { CardWarning } from '../card/card-warning.ts';
import type { ReviewReason } from '../records/check-record.ts';
import type { Attempt } from './attempt.ts';
import type { GuestVisit, StationOutcome } from './counter-state.ts';

/**
 * What a card's warning means for the check: it ends it before the camera, it keeps a pass from being
 * one, or it is for the clerk to read. Written out for each, so that a new one is decided about.
 */
const meaning: Readonly<Record<CardWarning, ReviewReason | undefined>> = {
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
  // The standards' tables grow, and the additional address lies in a memory of its own.
  'sex-unknown': undefined,
  'ethnic-group-unknown': undefined,
  'additional-address-unread': undefined,
};

/** What a card alone gives a person to look into. */
const cardReasons: readonly ReviewReason[] = [
  'card-expired',
  'card-not-yet-valid',
  'card-data-odd',
];

const reasonsIn = (
  warnings: readonly CardWarning[],
  wanted: readonly ReviewReason[],
): readonly ReviewReason[] =>
  wanted.filter((reason) => warnings.some((at) => meaning[at] === reason));

/** Why this card does not get to the camera; empty if it does. */
export const stoppingReasons = ({
  warnings,
  attemptsLeft,
}: Pick<GuestVisit, 'warnings' | 'attemptsLeft'>): readonly ReviewReason[] => [
  ...reasonsIn(warnings, ['card-expired', 'card-not-yet-valid']),
  ...(attemptsLeft > 0 ? [] : (['attempts-used-up'] as const)),
];

/** Why the best attempt is left to a person; engines that disagree may both be sure. */
const comparedReasons = (attempt: Attempt | undefined): readonly ReviewReason[] => {
  if (attempt?.decision.verdict !== 'review') return [];
  return [attempt.decision.disagreed ? 'engines-disagree' : 'score-near-threshold'];
};

/** A visit a person has to decide, with everything that speaks for looking closely. */
export const reviewOutcome = (
  { warnings }: Pick<GuestVisit, 'warnings'>,
  reasons: readonly ReviewReason[],
  facts: Omit<StationOutcome, 'verdict' | 'reasons'> = {},
): StationOutcome => ({
  verdict: 'review',
  reasons: [
    ...reasons,
    ...comparedReasons(facts.attempt),
    ...reasonsIn(warnings, cardReasons).filter((reason) => !reasons.includes(reason)),
  ],
  ...facts,
});

/**
 * What the best attempt comes to. A card that contradicts itself never passes by itself, however
 * alike the faces are: a forger's picture would be. Nor does one that is out of date, which should not
 * have got so far.
 */
export const comparedOutcome = (
  guest: Pick<GuestVisit, 'warnings'>,
  attempt: Attempt,
): StationOutcome => {
  const { verdict } = attempt.decision;
  const isDoubtful = reasonsIn(guest.warnings, cardReasons).length > 0;
  if (verdict === 'review' || (verdict === 'pass' && isDoubtful))
    return reviewOutcome(guest, [], { attempt });
  return { verdict, reasons: [], attempt };
};
