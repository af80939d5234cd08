import { z } from 'zod';
import { verdicts } from '../compare/verdict.ts';
import type { CallName, EventName } from './channels.ts';

/** Bytes one encoded camera frame may have; a JPEG of 1280 × 960 has about a tenth of it. */
export const maximumFrameBytes = 2 * 1024 * 1024;

/** Frames of one guest in one call. */
export const maximumFrames = 10;

const sentence = z.object({ en: z.string(), zh: z.string() });

/** An error as people read it. Its data stay with the log. */
const shownError = z.object({ code: z.string(), ...sentence.shape });

/** A card as the screen at the counter may show it: name and number masked. */
const shownCard = z.object({
  kind: z.enum(['resident', 'hk-macao-taiwan', 'foreigner-2017', 'foreigner-2023', 'unknown']),
  name: z.string(),
  /** Empty for a card of unknown kind. */
  number: z.string(),
  warnings: z.array(sentence),
});

const shownDecision = z.object({
  verdict: z.enum(verdicts),
  score: z.number(),
  threshold: z.number(),
  reviewThreshold: z.number().exactOptional(),
  far: z.number(),
  attempts: z.int(),
});

/** Where the counter stands, as the screen gets it. */
const shownState = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('starting') }),
  z.object({ phase: z.literal('waiting-for-card') }),
  z.object({ phase: z.literal('reading') }),
  z.object({
    phase: z.literal('looking'),
    visit: z.int(),
    card: shownCard,
    framesWanted: z.int().min(1).max(maximumFrames),
  }),
  z.object({ phase: z.literal('comparing'), card: shownCard }),
  z.object({
    phase: z.literal('result'),
    card: shownCard,
    decision: shownDecision,
    cardLies: z.boolean(),
    readerProblem: shownError.exactOptional(),
  }),
  z.object({
    phase: z.literal('problem'),
    error: shownError,
    remedy: z.enum(['lift-card', 'wait-for-reader', 'restart']),
  }),
]);

/** An encoded image, as bytes: Base64 would be a third larger and copied twice more. */
const frame: z.ZodType<Uint8Array> = z
  .instanceof(Uint8Array)
  .check(z.minLength(1, 'is empty'), z.maxLength(maximumFrameBytes, 'has too many bytes'));

/**
 * Everything that may cross between a page and this process. The types of both ends are taken from
 * here, requests are checked against it as they come in, and replies and events go out through it:
 * a field that it does not name stays behind.
 */
export const contract = {
  calls: {
    /** Where the counter stands, for a page that has just opened. */
    currentState: { request: z.undefined(), reply: shownState },
    /** Camera frames of the guest of that visit; answered when they have been compared. */
    submitFrames: {
      request: z.strictObject({
        visit: z.int(),
        frames: z.array(frame).min(1).max(maximumFrames),
      }),
      reply: z.undefined(),
    },
  },
  events: {
    stateChanged: shownState,
  },
} as const satisfies {
  readonly calls: Record<CallName, { readonly request: z.ZodType; readonly reply: z.ZodType }>;
  readonly events: Record<EventName, z.ZodType>;
};

type Contract = typeof contract;
export type CallRequest<Name extends CallName> = z.output<Contract['calls'][Name]['request']>;
export type CallReply<Name extends CallName> = z.output<Contract['calls'][Name]['reply']>;
export type EventPayload<Name extends EventName> = z.output<Contract['events'][Name]>;

export type ShownState = z.output<typeof shownState>;
export type ShownCard = z.output<typeof shownCard>;
export type ShownDecision = z.output<typeof shownDecision>;
export type ShownError = z.output<typeof shownError>;
