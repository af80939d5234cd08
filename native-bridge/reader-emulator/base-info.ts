/** What a read of text and photo delivers (reader protocol §2.1). */
export interface BaseInfo {
  readonly text: Uint8Array;
  readonly photo: Uint8Array;
  readonly fingerprints: Uint8Array;
  /** Whether the header has a length for the fingerprints: 6 bytes instead of 4. */
  readonly hasFingerprintLength: boolean;
  /** What the header says about the photo, where that is not its length. */
  readonly claimedPhotoLength?: number;
}

/**
 * Builds the payload: two or three lengths of 16 bits, high byte first although all else on the card is
 * low byte first, then text, photo and fingerprints (§2.1).
 */
export const encodeBaseInfo = (info: BaseInfo): Uint8Array => {
  const lengths = [info.text.length, info.claimedPhotoLength ?? info.photo.length];
  if (info.hasFingerprintLength) lengths.push(info.fingerprints.length);
  const header = Buffer.alloc(lengths.length * 2);
  lengths.forEach((length, index) => header.writeUInt16BE(length, index * 2));
  const body = info.hasFingerprintLength
    ? [info.text, info.photo, info.fingerprints]
    : [info.text, info.photo];
  return new Uint8Array(Buffer.concat([header, ...body]));
};
