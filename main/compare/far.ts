import { VerdictError } from './verdict-error.ts';

/**
 * Reads a false-accept rate as a person or a file writes it.
 *
 * The decimal point is moved as text, so `0.1%`, `0.001` and `1e-3` are the same number to the last bit
 * and can be looked up as a key.
 *
 * @param given - a number, or text such as `0.001`, `1e-3`, `0.1%`, `0.1 ％`.
 * @returns the rate, above 0 and below 1.
 * @throws {VerdictError} `verdict.far-unreadable`
 */
export const parseFar = (given: string | number): number => {
  const text = String(given).trim();
  const match = /^(\d+\.?\d*|\.\d+)(?:e([+-]?\d{1,3}))?\s*([%％]?)$/i.exec(text);
  const [, digits, exponent = '0', percent] = match ?? [];
  const far = Number(`${digits ?? ''}e${Number(exponent) - (percent === '' ? 0 : 2)}`);
  if (match === null || !(far > 0 && far < 1)) {
    throw new VerdictError('verdict.far-unreadable', { far: text.slice(0, 40) });
  }
  return far;
};

/** One spelling per rate, used in sentences and as a key: `0.001`, `0.0001`, `0.00005`; never an exponent. */
export const formatFar = (far: number): string =>
  far
    .toFixed(12)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

/**
 * Whether a measured rate is no laxer than a wanted one. Dividing a rate over attempts rounds, and a
 * rounding in the sixteenth digit must not make a measured point unusable: one part in 10⁹ is forgiven.
 */
export const isFarAtMost = (measured: number, wanted: number): boolean =>
  measured <= wanted * (1 + 1e-9);
