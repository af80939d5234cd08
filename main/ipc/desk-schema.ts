import { z } from 'zod';
import { verdicts } from '../compare/verdict.ts';
import { checkRecordSchema, judgedRouting, reviewReasons } from '../records/check-record.ts';
import { shownError, shownSentence } from './shown-words.ts';

/** One line of a card, in the order it is printed. */
const cardField = z.object({
  name: z.enum([
    'name',
    'english-name',
    'sex',
    'ethnic-group',
    'nationality',
    'birth',
    'address',
    'number',
    'issuer',
    'validity',
    'travel-permit-number',
    'times-issued',
    'card-version',
    'previous-number',
    'text',
  ]),
  /** As people read it: dates as 2026-11-21, sex as 男 or 女. */
  value: shownSentence,
});

/** The card as the clerk sees it: everything. */
const deskCard = z.object({
  kind: z.enum(['resident', 'hk-macao-taiwan', 'foreigner-2017', 'foreigner-2023', 'unknown']),
  fields: z.array(cardField),
  age: z.int().exactOptional(),
  /** ISO 8601 day the card ends; absent for one that does not, or whose validity cannot be read. */
  validUntil: z.string().exactOptional(),
  /** Days until then; negative for a card that expired. */
  daysLeft: z.int().exactOptional(),
  warnings: z.array(z.object({ code: z.string(), ...shownSentence.shape })),
});

/** A score, and the scale to read it on. */
const deskDecision = z.object({
  verdict: z.enum(verdicts),
  /** 0 to 100. */
  score: z.number(),
  threshold: z.number(),
  reviewThreshold: z.number().exactOptional(),
  /** The chosen FAR of the whole verification, and what one attempt takes of it. */
  far: z.number(),
  farPerAttempt: z.number(),
  farApplied: z.number(),
  attempts: z.int(),
  /** Thresholds for one attempt at every FAR, lax to strict. */
  scale: z.array(z.object({ far: z.number(), threshold: z.number() })),
  engine: z.string(),
  calibration: z.string().exactOptional(),
  fellBackFrom: z.object({ engine: z.string(), error: shownError }).exactOptional(),
  /** Where more than this machine may compare. */
  routing: judgedRouting.exactOptional(),
});

/** The present visit as the clerk sees it; without a guest there is none. */
export const deskSchema = z.object({
  visit: z.int().exactOptional(),
  card: deskCard.exactOptional(),
  startedAt: z.string().exactOptional(),
  attemptsUsed: z.int().exactOptional(),
  attempts: z.int(),
  /** The FAR the present check is held to, or the next one will be. */
  far: z.number(),
  /** The best attempt so far, or the one that decided. */
  decision: deskDecision.exactOptional(),
  /** Present once there is a result. */
  verdict: z.enum(verdicts).exactOptional(),
  reasons: z.array(z.enum(reviewReasons)),
  error: shownError.exactOptional(),
  decisions: checkRecordSchema.shape.decisions,
  hasChipPhoto: z.boolean(),
  hasFrame: z.boolean(),
});

/** An encoded picture. */
export const picture: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);

/** Pictures of the present visit, for the clerk to compare by eye. Wiped when the visit ends. */
export const visitImagesSchema = z.object({
  /** An encoded picture (BMP, WebP or JPEG). */
  chip: picture.exactOptional(),
  frame: picture.exactOptional(),
});

export const operatorRequest = {
  visit: z.int(),
  operator: z.string().trim().min(1).max(40),
  reason: z.string().trim().min(1).max(200),
};

export type ShownDesk = z.output<typeof deskSchema>;
export type DeskCard = z.output<typeof deskCard>;
export type DeskDecision = z.output<typeof deskDecision>;
