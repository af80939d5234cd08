/** Bytes that look like the beginning of a frame: what makes noise hard. */
const tempting = [0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x00];

/**
 * Noise, the same for the same seed. Half of it is parts of a preamble, but never a whole one: a
 * header that promises bytes would swallow the reply behind it, and that is another fault.
 *
 * @param count - bytes.
 */
export const noise = (count: number, seed: number): Uint8Array => {
  let state = seed;
  // A linear congruential generator (Numerical Recipes); its high bits are random enough for noise.
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
  const bytes = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const number = next();
    const byte = next() % 2 === 0 ? (tempting[number % tempting.length] ?? 0) : number & 0xff;
    bytes[index] = bytes[index - 1] === 0x96 && byte === 0x69 ? 0 : byte;
  }
  return bytes;
};
