import { isAbsolute } from 'node:path';
import { z } from 'zod';
import {
  decoderShapes,
  type DecoderShape,
} from '../../native-bridge/photo-decoder/decoder-shapes.ts';
import { channelOrders, orientations } from './pixel-layout.ts';

/** Milliseconds one photo may take. Decoders need a few; the first call also loads the library. */
const timeout = z.int().min(100).max(60_000);

/** An absolute path: a relative one would let the current folder decide which code is run. */
const absolutePath = z
  .string()
  .refine(isAbsolute, 'must be an absolute path')
  .refine((path) => !path.includes('\0'), 'must not contain a zero byte');

const libraryFields = <Shape extends DecoderShape>(shape: Shape) => ({
  kind: z.literal('library'),
  shape: z.literal(shape),
  path: absolutePath,
  /** The function's name, where a library calls it otherwise (`ZKID_PHunpack`). */
  symbol: z
    .string()
    .regex(/^[\w@?$.]+$/, 'must be the name of an exported function')
    .default(decoderShapes[shape].symbol),
  /** The return value for a decoded photo; `non-negative` where callers accept any of those. */
  success: z.union([z.int(), z.literal('non-negative')]).default(decoderShapes[shape].success),
  /** Whether the station must close the reader's port while this decoder works. */
  needsReader: z.boolean().default(decoderShapes[shape].needsReader),
  timeout: timeout.default(5000),
  /** After so many photos the process is replaced, for decoders that leak. */
  photosPerProcess: z.int().min(1).max(100_000).default(100),
});

const pixelLayout = {
  /** Without a default: callers disagree, and a wrong guess compares a face standing on its head. */
  orientation: z.enum(orientations),
  channelOrder: z.enum(channelOrders),
};

/** A closed library, called in a process of its own. */
export const librarySettingsSchema = z.discriminatedUnion('shape', [
  z.strictObject({
    ...libraryFields('unpack'),
    ...pixelLayout,
    /** The third argument; 311 makes some builds leave a `zp.bmp`, 0 does not. */
    flag: z.int().default(0),
  }),
  z.strictObject({ ...libraryFields('wlt2Bmp'), ...pixelLayout }),
  z.strictObject({ ...libraryFields('Huaxu_Wlt2Bmp'), flag: z.int().default(0) }),
  z.strictObject({
    ...libraryFields('GetBmp'),
    /** The port the reader is on: 1 serial, 2 USB. */
    intf: z.literal([1, 2]).default(1),
  }),
  z.strictObject(libraryFields('dewlt')),
]);

/** A program that reads the 1,024 bytes on stdin and writes a BMP to stdout, e.g. for 32-bit decoders. */
const commandSettingsSchema = z.strictObject({
  kind: z.literal('command'),
  /** A program on the search path, or an absolute path; it is not run through a shell. */
  command: z
    .string()
    .min(1)
    .refine(
      (name) => isAbsolute(name) || !/[\\/]/.test(name),
      'must be a name or an absolute path',
    ),
  /** Arguments. The program is started in a private folder, so a file among them needs its full path. */
  args: z.array(z.string()).default([]),
  needsReader: z.boolean().default(false),
  timeout: timeout.default(10_000),
});

/** Which decoder makes pictures of WLT photos. */
export const decoderSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  librarySettingsSchema,
  commandSettingsSchema,
]);

export type LibrarySettings = z.infer<typeof librarySettingsSchema>;
export type CommandSettings = z.infer<typeof commandSettingsSchema>;

/**
 * Settings of the decoder.
 *
 * A decoder with `needsReader` (the `GetBmp` of WltRS asks the reader for its number) can only work
 * while nobody else has the serial port open: the station closes it, decodes, and opens it again;
 * `ChipPhotoDecoder.needsReader` says for which photos.
 */
export type DecoderSettings = z.infer<typeof decoderSettingsSchema>;
