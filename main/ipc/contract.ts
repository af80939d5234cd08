import { z } from 'zod';
import {
  figuresRangeSchema,
  figuresSchema,
  recordPageSchema,
  recordQuerySchema,
} from '../records/record-store.ts';
import { settingsSchema } from '../settings/settings.ts';
import type { CallName, EventName } from './channels.ts';
import { deskSchema, operatorRequest, picture, visitImagesSchema } from './desk-schema.ts';
import { cameraReportSchema, devicesSchema, operatingTableSchema } from './device-schema.ts';
import { lockSchema } from './lock-schema.ts';
import {
  decoderCheckSchema,
  demoSchema,
  foundReaderSchema,
  portSchema,
  preferencesSchema,
  settingsViewSchema,
} from './settings-view.ts';
import { consentAnswer, frameAdviceSchema, stageSchema } from './stage-schema.ts';

/** Bytes one encoded camera frame may have; a JPEG of 1280 × 960 has about a tenth of it. */
export const maximumFrameBytes = 2 * 1024 * 1024;

/**
 * Which pages there are. A `guest` page shows the guest's screen; a `clerk` page may show everything.
 */
export const pageRoles = ['guest', 'clerk'] as const;
export type PageRole = (typeof pageRoles)[number];

const everyPage = pageRoles;
const clerkOnly = ['clerk'] as const;
const nothing = z.undefined();

/** An encoded image, as bytes: Base64 would be a third larger and copied twice more. */
const frame: z.ZodType<Uint8Array> = z
  .instanceof(Uint8Array)
  .check(z.minLength(1, 'is empty'), z.maxLength(maximumFrameBytes, 'has too many bytes'));

const visit = z.int();
/** What was typed; whether it may be a PIN the lock says. */
const pin = z.string().max(40);

/**
 * Everything that may cross between a page and this process. The types of both ends are taken from
 * here; requests are checked against it as they come in, and replies and events go out through it: a
 * field that it does not name stays behind. `roles` says which pages may call, and which are told;
 * `needsUnlocked` calls are refused while the desk is locked.
 */
export const contract = {
  calls: {
    /** Where the counter stands, for a page that has just opened. */
    currentStage: { roles: everyPage, request: nothing, reply: stageSchema },
    currentPreferences: { roles: everyPage, request: nothing, reply: preferencesSchema },
    answerConsent: {
      roles: everyPage,
      request: z.strictObject({ visit, answer: consentAnswer }),
      reply: nothing,
    },
    /** One camera frame; answered when it has been looked at. Send the next one then. */
    offerFrame: {
      roles: everyPage,
      request: z.strictObject({ visit, frame }),
      reply: frameAdviceSchema,
    },
    reportCamera: { roles: everyPage, request: cameraReportSchema, reply: nothing },
    /** The guest cannot or will not go on alone. */
    askForStaff: { roles: everyPage, request: z.strictObject({ visit }), reply: nothing },
    /** The result has been seen; the next guest may come. A review stays until it is decided. */
    finishVisit: { roles: everyPage, request: z.strictObject({ visit }), reply: nothing },
    currentDemo: { roles: everyPage, request: nothing, reply: demoSchema },
    /** JPEGs the demonstration camera shows, one after the other. */
    demoPictures: {
      roles: everyPage,
      request: z.strictObject({ scene: z.string().max(40) }),
      reply: z.array(picture),
    },
    playScene: {
      roles: everyPage,
      request: z.strictObject({ scene: z.string().max(40) }),
      reply: nothing,
    },
    liftDemoCard: { roles: everyPage, request: nothing, reply: nothing },
    currentDesk: { roles: clerkOnly, request: nothing, reply: deskSchema },
    visitImages: {
      roles: clerkOnly,
      request: z.strictObject({ visit }),
      reply: visitImagesSchema,
    },
    decideVisit: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: z.strictObject({ ...operatorRequest, verdict: z.enum(['pass', 'fail']) }),
      reply: nothing,
    },
    /** Lets a guest try again whose attempts are used up or whose frames were no good. */
    allowRetry: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: z.strictObject(operatorRequest),
      reply: nothing,
    },
    currentDevices: { roles: clerkOnly, request: nothing, reply: devicesSchema },
    operatingTable: { roles: clerkOnly, request: nothing, reply: operatingTableSchema },
    listRecords: { roles: clerkOnly, request: recordQuerySchema, reply: recordPageSchema },
    figures: { roles: clerkOnly, request: figuresRangeSchema, reply: figuresSchema },
    currentSettings: { roles: clerkOnly, request: nothing, reply: settingsViewSchema },
    /** Replaces the settings and applies them. Refused settings change nothing. */
    changeSettings: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: z.strictObject({ settings: settingsSchema }),
      reply: settingsViewSchema,
    },
    listPorts: { roles: clerkOnly, request: nothing, reply: z.array(portSchema) },
    /** Asks every port at every speed; the station's own reader is let go meanwhile. */
    findReader: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: nothing,
      reply: foundReaderSchema,
    },
    checkDecoder: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: nothing,
      reply: decoderCheckSchema,
    },
    /** Opens the guest's window; a browser gets the address to open, good for once. */
    openGuestScreen: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: nothing,
      reply: z.object({ address: z.string().exactOptional() }),
    },
    currentLock: { roles: clerkOnly, request: nothing, reply: lockSchema },
    unlockDesk: { roles: clerkOnly, request: z.strictObject({ pin }), reply: nothing },
    lockDesk: { roles: clerkOnly, request: nothing, reply: nothing },
    /** Sets a PIN, another one, or (left out) none. */
    changePin: {
      roles: clerkOnly,
      needsUnlocked: true,
      request: z.strictObject({ pin: pin.exactOptional() }),
      reply: nothing,
    },
  },
  events: {
    stageChanged: { roles: everyPage, payload: stageSchema },
    preferencesChanged: { roles: everyPage, payload: preferencesSchema },
    demoChanged: { roles: everyPage, payload: demoSchema },
    deskChanged: { roles: clerkOnly, payload: deskSchema },
    devicesChanged: { roles: clerkOnly, payload: devicesSchema },
    /** A record was added or changed, or records expired. */
    recordsChanged: { roles: clerkOnly, payload: nothing },
    settingsChanged: { roles: clerkOnly, payload: settingsViewSchema },
    lockChanged: { roles: clerkOnly, payload: lockSchema },
  },
} as const satisfies {
  readonly calls: Record<
    CallName,
    {
      readonly roles: readonly PageRole[];
      readonly needsUnlocked?: true;
      readonly request: z.ZodType;
      readonly reply: z.ZodType;
    }
  >;
  readonly events: Record<
    EventName,
    { readonly roles: readonly PageRole[]; readonly payload: z.ZodType }
  >;
};

type Contract = typeof contract;
/** What a page sends. */
export type CallRequest<Name extends CallName> = z.input<Contract['calls'][Name]['request']>;
/** What a handler gets: checked, with defaults filled in. */
export type CheckedRequest<Name extends CallName> = z.output<Contract['calls'][Name]['request']>;
export type CallReply<Name extends CallName> = z.output<Contract['calls'][Name]['reply']>;
export type EventPayload<Name extends EventName> = z.output<Contract['events'][Name]['payload']>;
