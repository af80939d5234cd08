import { z } from 'zod';
import { engineRoutes } from '../compare/routing.ts';
import { verdicts } from '../compare/verdict.ts';

/** Why a person has to look at a guest, or had to. */
export const reviewReasons = [
  /** The score lies between the review threshold and the threshold. */
  'score-near-threshold',
  /** Two engines compared, which must agree, and came to different verdicts. */
  'engines-disagree',
  /** The guest chose not to have the face compared. */
  'without-face',
  /** The guest agreed to face but not to a cloud, and no other way to compare was set. */
  'cloud-declined',
  'card-expired',
  'card-not-yet-valid',
  /** What the card says contradicts itself: number, birth date, sex. */
  'card-data-odd',
  /** All attempts this card had were used without a pass. */
  'attempts-used-up',
  /** There is no picture to compare with: no decoder, or an undecodable photo. */
  'chip-photo-unreadable',
  /** No frame was good enough, or the guest asked for help. */
  'no-usable-frame',
  /** The comparison itself failed; the record's error says how. */
  'comparison-failed',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** How a check began to be about a person: what the notice said and what was answered. */
const consent = z.strictObject({
  /** SHA-256 of the notice as it was shown, first 16 hexadecimal digits. */
  notice: z.string(),
  face: z.boolean(),
  /** Separate consent to sending photographs to a cloud engine. Absent where none was asked for. */
  cloud: z.boolean().exactOptional(),
  /** Whether a guardian answered for a guest under 14; the name is not kept. */
  guardian: z.boolean().exactOptional(),
});

/** What an operator decided, in place of the station or where it did not decide. */
const operatorDecision = z.strictObject({
  verdict: z.enum(['pass', 'fail']),
  operator: z.string().min(1).max(40),
  reason: z.string().min(1).max(200),
  /** ISO 8601 instant. */
  at: z.iso.datetime(),
});

/** That an operator let the guest try again: what came of it is a record of its own. */
const allowedRetry = z.strictObject({
  operator: operatorDecision.shape.operator,
  reason: operatorDecision.shape.reason,
  /** ISO 8601 instant. */
  at: z.iso.datetime(),
});

/** The rule that chose the engine, and what each engine said by itself. */
export const judgedRouting = z.strictObject({
  rule: z.enum(engineRoutes),
  answers: z.array(
    z.strictObject({
      engine: z.string(),
      /** 0 to 100, on the scale of this engine. */
      score: z.number().exactOptional(),
      threshold: z.number().exactOptional(),
      verdict: z.enum(verdicts).exactOptional(),
      /** Code of what kept it from a score, or from a verdict. */
      error: z.string().exactOptional(),
    }),
  ),
});

/** What the engines said of the best attempt. */
const comparison = z.strictObject({
  verdict: z.enum(verdicts),
  /** 0 to 100. */
  score: z.number(),
  threshold: z.number(),
  reviewThreshold: z.number().exactOptional(),
  far: z.number(),
  attempts: z.int(),
  attemptsUsed: z.int(),
  engine: z.string(),
  calibration: z.string().exactOptional(),
  /** Frames that were compared as one; their scores lie higher than those of single ones. */
  framesUsed: z.int().exactOptional(),
  /** The engine that should have answered, and the code of the error that kept it from it. */
  fellBackFrom: z.strictObject({ engine: z.string(), error: z.string() }).exactOptional(),
  routing: judgedRouting.exactOptional(),
});

/**
 * One finished check, as it is kept: no image, no embedding, no full name, no full number.
 */
export const checkRecordSchema = z.strictObject({
  id: z.uuid(),
  /** ISO 8601 instants. */
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  cardKind: z.enum(['resident', 'hk-macao-taiwan', 'foreigner-2017', 'foreigner-2023', 'unknown']),
  /** Masked. */
  name: z.string(),
  /** Masked. */
  number: z.string(),
  /** `review` where nobody decided. */
  verdict: z.enum(verdicts),
  reasons: z.array(z.enum(reviewReasons)),
  /** Codes of `cardWarnings`. */
  warnings: z.array(z.string()),
  /** Absent where no face was compared. */
  comparison: comparison.exactOptional(),
  /** Code of the error that kept the comparison from happening. */
  error: z.string().exactOptional(),
  /** Absent where it was never asked for: the card alone sent the guest to a person. */
  consent: consent.exactOptional(),
  /** Each decision of an operator, oldest first; the last one counts. */
  decisions: z.array(operatorDecision),
  /** Present where an operator allowed another try after this one. */
  retryAllowed: allowedRetry.exactOptional(),
  /** Milliseconds from the card's arrival to the verdict, and the comparison within them. */
  timings: z.strictObject({ total: z.number(), compare: z.number().exactOptional() }),
});

export type CheckRecord = z.output<typeof checkRecordSchema>;
export type AllowedRetry = z.output<typeof allowedRetry>;
export type OperatorDecision = z.output<typeof operatorDecision>;
