import { EmulatorError } from './emulator-error.ts';

/** The example of reader protocol §1.5: no real module has it. */
export const exampleSamId = '05.03-20200102-0001234567-0890123456';

const groups = /^(\d{1,5})\.(\d{1,5})-(\d{8})-(\d{1,10})-(\d{1,10})$/;
const widths = [2, 2, 4, 4, 4];

/**
 * Packs the printed identity of a security module into its 16 bytes: five numbers, low byte first,
 * unsigned (§1.5).
 *
 * @throws EmulatorError `emulator.bad-sam-id` for another form or a number that does not fit.
 */
export const encodeSamId = (text: string): Uint8Array => {
  const numbers = groups.exec(text)?.slice(1).map(Number) ?? [];
  const fits = widths.every((width, index) => (numbers[index] ?? Infinity) < 2 ** (8 * width));
  if (!fits) throw new EmulatorError('emulator.bad-sam-id');
  const bytes = Buffer.alloc(16);
  let offset = 0;
  for (const [index, width] of widths.entries()) {
    offset = bytes.writeUIntLE(numbers[index] ?? 0, offset, width);
  }
  return new Uint8Array(bytes);
};
