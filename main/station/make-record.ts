import { holderOf } from '../card/id-card.ts';
import { maskCard } from '../card/mask.ts';
import type { CheckRecord } from '../records/check-record.ts';
import type { Attempt } from './attempt.ts';
import type { CounterRules } from './counter-rules.ts';
import type { GuestVisit, StateIn } from './counter-state.ts';
import { standingVerdict } from './counter-state.ts';

/** What a record has besides the result itself. */
export interface RecordFacts {
  readonly id: string;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly rules: Pick<CounterRules, 'attempts' | 'noticeHash'>;
  readonly timings: CheckRecord['timings'];
}

/** What is kept of a check: masked, without a picture. */
export const makeRecord = (
  { guest, outcome, decisions }: StateIn<'result'>,
  { id, startedAt, endedAt, rules, timings }: RecordFacts,
): CheckRecord => {
  const masked = maskCard(guest.card);
  const { attempt, error } = outcome;
  const consent = consentOf(guest, rules.noticeHash);
  const attemptsUsed = rules.attempts - guest.attemptsLeft;
  return {
    id,
    startedAt,
    endedAt,
    cardKind: masked.kind,
    name: holderOf(masked),
    number: masked.kind === 'unknown' ? '' : masked.number,
    verdict: outcome.verdict,
    reasons: [...outcome.reasons],
    warnings: [...guest.warnings],
    ...(attempt && { comparison: comparisonOf(attempt, attemptsUsed) }),
    ...(error && { error: error.code }),
    ...(consent && { consent }),
    decisions: [...decisions],
    timings,
  };
};

/** The same check after operators decided: when it ended and how long it took stay as they were. */
export const withDecisions = (record: CheckRecord, state: StateIn<'result'>): CheckRecord => ({
  ...record,
  verdict: standingVerdict(state),
  decisions: [...state.decisions],
});

const comparisonOf = (
  { decision, engine, calibration, framesUsed, fellBackFrom, routing }: Attempt,
  attemptsUsed: number,
): NonNullable<CheckRecord['comparison']> => {
  const { verdict, score, threshold, reviewThreshold, far, attempts } = decision;
  return {
    ...{ verdict, score, threshold, far, attempts, attemptsUsed, engine },
    ...(reviewThreshold !== undefined && { reviewThreshold }),
    ...(calibration !== undefined && { calibration }),
    ...(framesUsed !== undefined && { framesUsed }),
    ...(fellBackFrom && {
      fellBackFrom: { engine: fellBackFrom.engine, error: fellBackFrom.error.code },
    }),
    ...(routing && {
      routing: { rule: routing.rule, answers: routing.answers.map((answer) => ({ ...answer })) },
    }),
  };
};

const consentOf = (
  { consent, needs }: GuestVisit,
  notice: string,
): CheckRecord['consent'] | undefined => {
  if (consent === undefined) return undefined;
  if (consent.kind === 'without-face') return { notice, face: false };
  return {
    notice,
    face: true,
    ...(needs.cloud && { cloud: consent.cloud }),
    ...(needs.guardian && { guardian: consent.guardian }),
  };
};
