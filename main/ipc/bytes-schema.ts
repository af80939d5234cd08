import { z } from 'zod';

/** Bytes in whatever memory they lie: an encoded image, as it crosses the wire. */
export const bytesSchema: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);
