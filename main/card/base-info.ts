import { ReaderError } from './reader-error.ts';

/** The blocks of a base-info reply. Views into the payload, not copies. */
export interface BaseInfo {
  readonly text: Uint8Array;
  readonly photo: Uint8Array;
  /** Empty when the card has none or the reader did not send any. */
  readonly fingerprints: Uint8Array;
}

/** Bytes of the photo on every card (reader protocol §4.1). */
export const photoSize = 1024;

/**
 * Splits the payload of "read base info" (reader protocol §2.1).
 *
 * It starts with the lengths of its blocks, big-endian: text and photo, and fingerprints in a third
 * that some readers always send and others only when asked. Which of the two it is follows from what
 * adds up, never from the command.
 *
 * @throws ReaderError `reader.wrong-lengths` when neither form adds up.
 */
export const splitBaseInfo = (payload: Uint8Array): BaseInfo => {
  const text = lengthAt(payload, 0);
  const photo = lengthAt(payload, 2);
  if (4 + text + photo === payload.length) return blocks(payload, 4, text, photo);
  const fingerprints = lengthAt(payload, 4);
  if (6 + text + photo + fingerprints === payload.length) return blocks(payload, 6, text, photo);
  throw new ReaderError('reader.wrong-lengths', {
    bytes: payload.length,
    promised: 4 + text + photo,
  });
};

const lengthAt = (payload: Uint8Array, offset: number): number =>
  (payload[offset] ?? 0) * 256 + (payload[offset + 1] ?? 0);

const blocks = (payload: Uint8Array, header: number, text: number, photo: number): BaseInfo => ({
  text: payload.subarray(header, header + text),
  photo: payload.subarray(header + text, header + text + photo),
  fingerprints: payload.subarray(header + text + photo),
});
