import { z } from 'zod';
import { shownError } from './shown-words.ts';

/** What the page that has the camera says of it. */
export const cameraReportSchema = z.strictObject({
  state: z.enum(['off', 'on', 'problem']),
  problem: z.enum(['denied', 'missing', 'busy', 'failed']).exactOptional(),
  /** The camera's own name. */
  label: z.string().max(200).exactOptional(),
  /** Cameras there are to choose from. */
  choices: z
    .array(z.strictObject({ deviceId: z.string().max(200), label: z.string().max(200) }))
    .max(32),
});

/** The device strip: everything the counter stands on. */
export const devicesSchema = z.object({
  reader: z.object({
    state: z.enum(['closed', 'opening', 'ready', 'recovering', 'closing']),
    port: z.string().exactOptional(),
    samId: z.string().exactOptional(),
    /** What was seen on the line: name → count. */
    counters: z.record(z.string(), z.int()),
    error: shownError.exactOptional(),
  }),
  camera: cameraReportSchema,
  engine: z.object({
    /** `ready` with an error: it runs again, and has not answered since. */
    state: z.enum(['starting', 'ready', 'restarting', 'failed']),
    name: z.string(),
    /** Model names, as the manifest has them. */
    models: z.array(z.string()),
    calibration: z.string().exactOptional(),
    restarts: z.int(),
    /** Milliseconds from start until the models were warm. */
    readyAfter: z.number().exactOptional(),
    error: shownError.exactOptional(),
    /** It compares, but its scores are not what the calibration led to expect, or cannot be counted. */
    warning: shownError.exactOptional(),
  }),
  decoder: z.object({
    kind: z.enum(['none', 'library', 'command']),
    lastError: shownError.exactOptional(),
  }),
  /** Whether the local gateway serves the two cloud APIs. */
  gateway: z.object({
    state: z.enum(['off', 'on', 'failed']),
    /** What programs written for the clouds are pointed to. */
    address: z.string().exactOptional(),
    error: shownError.exactOptional(),
  }),
  cloud: z.object({
    state: z.enum(['off', 'ready', 'no-keys', 'failing']),
    provider: z.string().exactOptional(),
    lastError: shownError.exactOptional(),
  }),
});

/** What each FAR costs: the measured miss rate beside it, and where the figures are from. */
export const operatingTableSchema = z.object({
  calibration: z.string(),
  population: z.string(),
  /** ISO 8601 day. */
  measuredOn: z.string(),
  people: z.int(),
  impostorCount: z.int(),
  genuineCount: z.int(),
  /** Attempts the FAR is divided over. */
  attempts: z.int(),
  /** Ways in which each may pass; the FAR is divided over them as well. */
  chances: z.int(),
  rows: z.array(
    z.object({
      far: z.number(),
      isChosen: z.boolean(),
      /** Absent where the FAR divided over attempts and chances was not measured: it cannot be chosen. */
      farApplied: z.number().exactOptional(),
      threshold: z.number().exactOptional(),
      /** Share of genuine guests one comparison misses, and its 95 % interval. */
      frr: z.number().exactOptional(),
      frrInterval95: z.tuple([z.number(), z.number()]).exactOptional(),
    }),
  ),
});

export type CameraReport = z.output<typeof cameraReportSchema>;
export type ShownDevices = z.output<typeof devicesSchema>;
export type OperatingTable = z.output<typeof operatingTableSchema>;
