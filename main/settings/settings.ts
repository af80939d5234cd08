import { z } from 'zod';
import { defaultPopulation } from '../compare/calibration.ts';
import { decoderSettingsSchema } from '../photo/decoder-settings.ts';

/** The speeds a reader can be set to, in bits per second (reader protocol §1.1). */
const speed = z.union([
  z.literal(115_200),
  z.literal(57_600),
  z.literal(38_400),
  z.literal(19_200),
  z.literal(9600),
]);

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
  compare: z
    .strictObject({
      /** The false-accept rate of a whole verification: one the engine offers. */
      far: z.number().positive().lt(1).default(0.001),
      /** Whether scores just below the threshold go to a person. */
      review: z.boolean().default(true),
      /**
       * Camera frames to compare per guest. More of them find an open-eyed, sharp moment more often,
       * but each takes its share of the FAR: with three, a third of it.
       */
      frames: z.int().min(1).max(10).default(3),
      /** Whom the thresholds were measured on. */
      population: z.string().min(1).default(defaultPopulation),
      /** Threads inside one inference. */
      threads: z.int().min(1).max(64).default(1),
    })
    .prefault({}),
});

export type Settings = z.output<typeof settingsSchema>;
