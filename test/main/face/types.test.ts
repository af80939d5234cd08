import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cosineOf } from '../../../main/face/types.ts';

describe('the cosine of two embeddings', () => {
  test.each([
    ['the same', [0.6, 0.8], [0.6, 0.8], 1],
    ['opposite', [0.6, 0.8], [-0.6, -0.8], -1],
    ['at right angles', [1, 0], [0, 1], 0],
    ['between', [1, 0], [0.6, 0.8], 0.6],
  ])('%s', (_, a, b, expected) => {
    expect(cosineOf(Float32Array.from(a), Float32Array.from(b))).toBeCloseTo(expected, 6);
  });

  test('of a vector with itself never leaves −1 to 1, whatever rounding does', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 192, maxLength: 192, noNaN: true, min: -1, max: 1 }),
        (vector) => {
          const length = Math.hypot(...vector);
          fc.pre(length > 1e-3);
          const unit = vector.map((value) => value / length);
          expect(cosineOf(unit, unit)).toBeLessThanOrEqual(1);
          expect(cosineOf(unit, unit)).toBeCloseTo(1, 5);
        },
      ),
    );
  });
});
