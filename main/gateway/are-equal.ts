import { createHash, timingSafeEqual } from 'node:crypto';

const hashOf = (value: string | Uint8Array): Buffer => createHash('sha256').update(value).digest();

/** Whether two values are the same, in a time that does not say where they differ. */
export const areEqual = (a: string | Uint8Array, b: string | Uint8Array): boolean =>
  timingSafeEqual(hashOf(a), hashOf(b));
