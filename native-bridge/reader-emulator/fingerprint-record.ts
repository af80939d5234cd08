/** Bytes of one fingerprint record (reader protocol §2.13). */
const fingerprintSize = 512;

/**
 * A fingerprint record with the public head and a body of zeros: the right shape, no finger (§2.13).
 *
 * @param index - 0 for the right thumb, 1 for the next finger.
 */
export const fingerprintRecord = (index: number): Uint8Array => {
  const record = new Uint8Array(fingerprintSize);
  const version = 0x10;
  const scanner = 0;
  const developer = 0;
  const registered = 0x01;
  const rightThumb = 0x0b;
  const quality = 0x50;
  record.set([0x43, version, scanner, developer, registered, rightThumb + index, quality]);
  return record;
};
