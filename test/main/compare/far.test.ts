import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredFars } from '../../../main/compare/contract.ts';
import { formatFar, isFarAtMost, parseFar } from '../../../main/compare/far.ts';
import { VerdictError } from '../../../main/compare/verdict-error.ts';

describe('parseFar', () => {
  it.each([
    ['0.001', 0.001],
    ['1e-3', 0.001],
    ['1E-03', 0.001],
    ['.001', 0.001],
    [0.001, 0.001],
    ['0.1%', 0.001],
    [' 0.1 % ', 0.001],
    ['0.1％', 0.001],
    ['1e-1%', 0.001],
    ['0.01%', 0.0001],
    ['1%', 0.01],
    [1e-7, 1e-7],
  ])('reads %j exactly', (given, far) => {
    expect(parseFar(given)).toBe(far);
  });

  it.each([
    '',
    '%',
    'strict',
    '0',
    '1',
    '100%',
    '-0.001',
    '0,001',
    '1/1000',
    '0.001x',
    '0x1',
    '1e-999',
    NaN,
    Infinity,
    -0.1,
  ])('refuses %j', (given) => {
    expect(() => parseFar(given)).toThrow(VerdictError);
  });

  it('never throws anything but its own error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (given) => {
        try {
          const far = parseFar(given);
          expect(far > 0 && far < 1).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(VerdictError);
        }
      }),
    );
  });

  it('reads a percentage as the rate a hundred times smaller, to the last bit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (n) => {
        expect(parseFar(`${n / 100}%`)).toBe(n / 10_000);
      }),
    );
  });
});

describe('formatFar', () => {
  it('gives the keys of the contract', () => {
    expect(offeredFars.map((far) => formatFar(parseFar(far)))).toEqual([...offeredFars]);
  });

  it('writes no exponent and no trailing zeros', () => {
    expect(formatFar(0.00005)).toBe('0.00005');
    expect(formatFar(0.0001 / 3)).toBe('0.000033333333');
  });
});

describe('isFarAtMost', () => {
  it('forgives the rounding of a division and nothing more', () => {
    expect(isFarAtMost(0.0001, 0.0003 / 3)).toBe(true);
    expect(isFarAtMost(0.1, (0.1 + 0.2) / 3)).toBe(true);
    expect(isFarAtMost(0.001001, 0.001)).toBe(false);
  });
});
