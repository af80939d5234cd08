import { z } from 'zod';
import { verdicts } from '../compare/verdict.ts';
import { reviewReasons } from '../records/check-record.ts';
import { shownError, shownSentence } from './shown-words.ts';

/** A card as the guest's screen may show it: name and number masked. */
const stageCard = z.object({
  kind: z.enum(['resident', 'hk-macao-taiwan', 'foreigner-2017', 'foreigner-2023', 'unknown']),
  name: z.string(),
  /** Empty for a card of unknown kind. */
  number: z.string(),
});

/** What the notice says besides its fixed words. Empty text: the site has not said. */
const notice = z.object({
  organisation: z.string(),
  purpose: z.string(),
  contact: z.string(),
  retentionDays: z.int(),
  /** For the separate consent: the cloud that would get the photographs, and who compares without it. */
  cloud: z
    .object({ name: shownSentence, orElse: z.enum(['this-machine', 'staff']) })
    .exactOptional(),
  /** The guest is under 14: a guardian answers. */
  guardian: z.boolean(),
});

const remedies = ['lift-card', 'place-card', 'wait-for-reader', 'restart'] as const;

/** Where the counter stands, as every screen may show it: nothing unmasked, no score. */
export const stageSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting') }),
  z.object({ phase: z.literal('waiting-for-card') }),
  z.object({ phase: z.literal('reading') }),
  z.object({ phase: z.literal('consent'), visit: z.int(), card: stageCard, notice }),
  z.object({
    phase: z.literal('looking'),
    visit: z.int(),
    card: stageCard,
    /** The attempt that is prepared, from 1, and how many there may be. */
    attempt: z.int(),
    attempts: z.int(),
  }),
  z.object({ phase: z.literal('comparing'), visit: z.int(), card: stageCard }),
  z.object({
    phase: z.literal('result'),
    visit: z.int(),
    card: stageCard,
    verdict: z.enum(verdicts),
    reasons: z.array(z.enum(reviewReasons)),
    decidedByOperator: z.boolean(),
    cardLies: z.boolean(),
    /** The next guest's card lies there, and is read when this visit is over. */
    nextWaits: z.boolean(),
    readerProblem: shownError.exactOptional(),
  }),
  z.object({
    phase: z.literal('problem'),
    error: shownError,
    remedy: z.enum(remedies),
  }),
]);

/** A guest's, or the guardian's, answer to the notice. */
export const consentAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('face'), cloud: z.boolean(), guardian: z.boolean() }),
  z.strictObject({ kind: z.literal('without-face') }),
]);

/** The one thing to tell the guest about the picture now. */
const instructions = [
  'nobody',
  'one-person-only',
  'closer',
  'farther',
  'centre',
  'light',
  'less-light',
  'look-straight',
  'hold-still',
  'uncover-face',
  'good',
] as const;

/** What the station saw in one frame. */
export const frameAdviceSchema = z.object({
  /** False where the frame was not looked at: nobody is looked for, or the last one is still being seen. */
  seen: z.boolean(),
  instruction: z.enum(instructions).exactOptional(),
  /** 0 to 1. */
  quality: z.number().exactOptional(),
  /** The face's silhouette, x and y from 0 to 1 of the frame as it was sent. */
  outline: z.array(z.object({ x: z.number(), y: z.number() })).exactOptional(),
});

export type ShownStage = z.output<typeof stageSchema>;
export type StageCard = z.output<typeof stageCard>;
export type StageNotice = z.output<typeof notice>;
export type FrameAdvice = z.output<typeof frameAdviceSchema>;
export type Instruction = NonNullable<FrameAdvice['instruction']>;
