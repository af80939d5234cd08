/** AA AA AA for synchronisation, 96 69 to mark the start (reader protocol §1.2). */
export const preamble: Uint8Array = Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69);

/**
 * The largest LEN accepted. The longest reply of the protocol is 2,314 bytes (text, photo and two
 * fingerprints, §2.1); a damaged length must not make the parser wait for 64 kB.
 */
export const maximumLength = 4096;

/** XOR of all bytes: the checksum of a frame, and 0 over a whole frame from LEN to CHK (§1.2). */
export const xorOf = (bytes: Uint8Array): number => {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
};

/**
 * Wraps a body in preamble, length and checksum (§1.2).
 *
 * @param body - CMD, PARA and DATA of a request; SW1, SW2, SW3 and DATA of a reply.
 * @returns the bytes for the wire: `body.length + 8` of them.
 */
export const encodeFrame = (body: Uint8Array): Uint8Array => {
  const frame = new Uint8Array(preamble.length + 2 + body.length + 1);
  frame.set(preamble, 0);
  new DataView(frame.buffer).setUint16(preamble.length, body.length + 1, false);
  frame.set(body, preamble.length + 2);
  frame[frame.length - 1] = xorOf(frame.subarray(preamble.length, frame.length - 1));
  return frame;
};
