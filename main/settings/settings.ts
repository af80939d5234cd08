import { z } from 'zod';
import { defaultPopulation } from '../compare/calibration.ts';
import { decoderSettingsSchema } from '../photo/decoder-settings.ts';
import { engineSettingsSchema } from './engine-settings.ts';
import { gatewaySettingsSchema } from './gateway-settings.ts';

/** The speeds a reader can be set to, in bits per second (reader protocol §1.1). */
const speed = z.union([
  z.literal(115_200),
  z.literal(57_600),
  z.literal(38_400),
  z.literal(19_200),
  z.literal(9600),
]);

/** Calibrations that shipped once, each for one population; that for everyone took their place. */
const retired: readonly string[] = ['east-asian', 'lfw-mix'];

const presentName = (name: string): string => (retired.includes(name) ? defaultPopulation : name);

/** Everything a site can set. A part that is left out has its default. */
export const settingsSchema = z.strictObject({
  reader: z
    .strictObject({
      /** A serial port such as `COM3` or `/dev/ttyUSB0`, or `auto` to look for the reader. */
      port: z.string().min(1).default('auto'),
      /** Left out, the speed is found by asking the reader at each. */
      baudRate: speed.optional(),
      /** Bytes of one exchange between security module and antenna; left out, the reader's own. */
      maxRfBytes: z.int().min(24).max(255).optional(),
    })
    .prefault({}),
  /** What makes a picture of the chip's photo. */
  decoder: decoderSettingsSchema.prefault({ kind: 'none' }),
  /** Which camera; left out, the first one there is. The identity is the browser's own, per machine. */
  camera: z.strictObject({ deviceId: z.string().min(1).max(200).optional() }).prefault({}),
  compare: z
    .strictObject({
      /** The false-accept rate of a whole verification: one the engine offers. */
      far: z.number().positive().lt(1).default(0.001),
      /** Whether scores just below the threshold go to a person. */
      review: z.boolean().default(true),
      /**
       * Moments before the camera that may be compared for one card. More of them find an open-eyed,
       * sharp one more often, but each takes its share of the FAR: with three, a third of it.
       */
      attempts: z.int().min(1).max(10).default(3),
      /** The calibration: that of the product, or one the site measured, by its name. */
      population: z.string().min(1).transform(presentName).default(defaultPopulation),
      /** Threads inside one inference. */
      threads: z.int().min(1).max(64).default(1),
    })
    .prefault({}),
  /** Which engine compares. */
  engine: engineSettingsSchema,
  /** Both cloud APIs, served from this station's engine to other programs. */
  gateway: gatewaySettingsSchema.prefault({}),
  /** What the notice tells the guest, and who works here. */
  site: z
    .strictObject({
      /** Who processes the data. */
      organisation: z.string().max(80).default(''),
      /** What for. */
      purpose: z.string().max(200).default(''),
      /** Where to ask about it. */
      contact: z.string().max(120).default(''),
      operators: z.array(z.string().min(1).max(40)).max(200).default([]),
    })
    .prefault({}),
  records: z
    .strictObject({
      /** Days a finished check is kept; no image is ever kept. */
      retentionDays: z.int().min(0).max(3650).default(30),
    })
    .prefault({}),
  screen: z
    .strictObject({
      /** `two-screens`: the guest has a window of their own. */
      mode: z.enum(['one-screen', 'two-screens']).default('one-screen'),
      language: z.enum(['zh', 'en']).default('zh'),
      theme: z.enum(['system', 'light', 'dark']).default('system'),
      largePrint: z.boolean().default(false),
      voice: z.boolean().default(true),
      sound: z.boolean().default(true),
      /** Full screen, without a way out but the operating system's. */
      kiosk: z.boolean().default(false),
      /** Keeps the windows out of screenshots and screen sharing; remote maintenance sees black then. */
      contentProtection: z.boolean().default(false),
      /** Seconds a decided result stays after the card was lifted. */
      holdSeconds: z.int().min(2).max(120).default(10),
    })
    .prefault({}),
  /** Where newer versions come from, and whose signature they must bear. Empty: there are no updates. */
  updates: z
    .strictObject({
      /** An `http:` or `https:` address, or the full path of a folder. */
      feed: z.string().max(500).default(''),
      /** An Ed25519 public key, SubjectPublicKeyInfo in base64 on one line. */
      publicKey: z.string().max(200).default(''),
    })
    .prefault({}),
  /** Whether somebody has been through the set-up wizard. */
  isSetUp: z.boolean().default(false),
});

export type Settings = z.output<typeof settingsSchema>;
