import { cardWarnings } from '../card/card-warning.ts';
import { localDate } from '../card/consistency.ts';
import type { Attempt } from '../station/attempt.ts';
import type { CounterRules } from '../station/counter-rules.ts';
import { standingVerdict, type CounterState, type GuestVisit } from '../station/counter-state.ts';
import { cardFields } from './card-fields.ts';
import type { DeskCard, DeskDecision, ShownDesk } from './desk-schema.ts';
import { toShownError } from './shown-error.ts';

/** Which pictures of the present visit there are. */
export interface PicturesThere {
  readonly chip: boolean;
  readonly frame: boolean;
}

/**
 * The present visit as the clerk sees it: unmasked, so it goes to clerks' pages only.
 *
 * @param rules - those of the present guest.
 * @param now - for the days a card has left, by the calendar on the wall.
 */
export const toShownDesk = (
  state: CounterState,
  { attempts, far }: Pick<CounterRules, 'attempts' | 'far'>,
  pictures: PicturesThere,
  now: Date,
): ShownDesk => {
  if (!('guest' in state))
    return { attempts, far, reasons: [], decisions: [], hasChipPhoto: false, hasFrame: false };
  const { guest } = state;
  const attempt = attemptOf(state);
  return {
    visit: guest.visit,
    card: deskCard(guest, localDate(now)),
    startedAt: guest.startedAt,
    attemptsUsed: attempts - guest.attemptsLeft,
    attempts,
    far,
    ...(attempt && { decision: deskDecision(attempt) }),
    ...resultOf(state),
    hasChipPhoto: pictures.chip,
    hasFrame: pictures.frame,
  };
};

type WithGuest = Extract<CounterState, { readonly guest: GuestVisit }>;

const attemptOf = (state: WithGuest): Attempt | undefined => {
  if (state.phase === 'result') return state.outcome.attempt;
  return state.phase === 'consent' ? undefined : state.best;
};

const resultOf = (
  state: WithGuest,
): Pick<ShownDesk, 'verdict' | 'reasons' | 'error' | 'decisions'> => {
  if (state.phase !== 'result') return { reasons: [], decisions: [] };
  const { outcome, decisions } = state;
  return {
    verdict: standingVerdict(state),
    reasons: [...outcome.reasons],
    ...(outcome.error && { error: toShownError(outcome.error) }),
    decisions: [...decisions],
  };
};

const deskCard = ({ card, age, warnings }: GuestVisit, today: string): DeskCard => {
  const validUntil = card.kind === 'unknown' ? null : card.validity.to.iso;
  return {
    kind: card.kind,
    fields: cardFields(card),
    ...(age !== undefined && { age }),
    ...(validUntil !== null && { validUntil, daysLeft: daysFrom(today, validUntil) }),
    warnings: warnings.map((code) => ({ code, ...cardWarnings[code] })),
  };
};

const dayInMilliseconds = 86_400_000;

/** Whole days from one ISO 8601 day to another. Both are read as UTC, which has no hour too few. */
const daysFrom = (today: string, day: string): number =>
  (Date.parse(day) - Date.parse(today)) / dayInMilliseconds;

const deskDecision = ({
  decision,
  engine,
  calibration,
  scale,
  fellBackFrom,
  routing,
}: Attempt): DeskDecision => {
  const { verdict, score, threshold, reviewThreshold, far, attempts } = decision;
  const { farPerAttempt, farApplied } = decision;
  return {
    ...{ verdict, score, threshold, far, farPerAttempt, farApplied, attempts, engine },
    ...(reviewThreshold !== undefined && { reviewThreshold }),
    scale: [...scale],
    ...(calibration !== undefined && { calibration }),
    ...(fellBackFrom && {
      fellBackFrom: { engine: fellBackFrom.engine, error: toShownError(fellBackFrom.error) },
    }),
    ...(routing && {
      routing: { rule: routing.rule, answers: routing.answers.map((answer) => ({ ...answer })) },
    }),
  };
};
