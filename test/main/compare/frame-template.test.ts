import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateOf, type WeightedEmbedding } from '../../../main/compare/frame-template.ts';
import { cosineOf } from '../../../main/face/types.ts';

const numbers = 6;

/** Unit length, in any direction. */
const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: numbers, maxLength: numbers })
  .filter((values) => Math.hypot(...values) > 0.01)
  .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));

const quality = fc.double({ min: 0.001, max: 1, noNaN: true });
const frame = fc.record({ embedding: direction, quality });
const furtherFrames = fc.array(frame, { maxLength: 4 });

const inTwoOrders = furtherFrames.chain((frames) =>
  fc.tuple(fc.constant(frames), fc.shuffledSubarray(frames, { minLength: frames.length })),
);

const everybody = -1;
const unit = (...values: readonly number[]): Float32Array => {
  const size = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / size);
};
const weighted = (embedding: Float32Array, weight = 1): WeightedEmbedding => ({
  embedding,
  quality: weight,
});

/** The mean by quality, of whatever length. */
const meanOf = (frames: readonly WeightedEmbedding[]): readonly number[] => {
  const total = frames.reduce((sum, one) => sum + one.quality, 0);
  return Array.from({ length: numbers }, (_, i) =>
    frames.reduce((sum, one) => sum + ((one.embedding[i] ?? 0) * one.quality) / total, 0),
  );
};

describe('the template of one photograph', () => {
  it('is its very embedding, whatever its quality', () => {
    fc.assert(
      fc.property(direction, fc.double({ min: 0, max: 1, noNaN: true }), (embedding, q) => {
        const { template, framesUsed } = templateOf(weighted(embedding, q), [], 0.3);
        expect(template).toBe(embedding);
        expect(framesUsed).toBe(1);
      }),
    );
  });
});

describe('the template of several', () => {
  it('is the mean by quality, divided by the square root of its length', () => {
    const target = weighted(unit(1, 0), 0.75);
    const { template, framesUsed } = templateOf(target, [weighted(unit(0, 1), 0.25)], 0);
    const root = Math.sqrt(Math.hypot(0.75, 0.25));
    expect(template[0]).toBeCloseTo(0.75 / root, 6);
    expect(template[1]).toBeCloseTo(0.25 / root, 6);
    expect(framesUsed).toBe(2);
  });

  it('scores equal photographs as one of them, whatever their qualities', () => {
    fc.assert(
      fc.property(direction, direction, fc.array(quality, { maxLength: 4 }), (a, b, qualities) => {
        const others = qualities.map((q) => weighted(a, q));
        const { template } = templateOf(weighted(a, 0.5), others, 0.3);
        expect(cosineOf(template, b)).toBeCloseTo(cosineOf(a, b), 5);
      }),
    );
  });

  it('lies between the plain mean and the mean made unit length', () => {
    fc.assert(
      fc.property(frame, furtherFrames, direction, (target, others, stranger) => {
        const mean = meanOf([target, ...others]);
        const size = Math.hypot(...mean);
        fc.pre(size > 0.01);
        const plain = mean.reduce((sum, value, i) => sum + value * (stranger[i] ?? 0), 0);
        const { template } = templateOf(target, others, everybody);
        const similarity = Math.abs(cosineOf(template, stranger));
        expect(similarity).toBeGreaterThanOrEqual(Math.abs(plain) - 1e-5);
        expect(similarity).toBeLessThanOrEqual(Math.abs(plain) / size + 1e-5);
        expect(Math.hypot(...template)).toBeCloseTo(Math.sqrt(size), 4);
      }),
    );
  });

  it('is never longer than one photograph’s, so that no similarity passes 1', () => {
    fc.assert(
      fc.property(frame, furtherFrames, (target, others) => {
        const { template } = templateOf(target, others, everybody);
        expect(Math.hypot(...template)).toBeLessThanOrEqual(1 + 1e-5);
      }),
    );
  });

  it('does not depend on the order of the further frames', () => {
    fc.assert(
      fc.property(frame, inTwoOrders, (target, [others, shuffled]) => {
        const given = templateOf(target, others, 0.2);
        const other = templateOf(target, shuffled, 0.2);
        expect(other.framesUsed).toBe(given.framesUsed);
        other.template.forEach((value, i) => {
          expect(value).toBeCloseTo(given.template[i] ?? NaN, 5);
        });
      }),
    );
  });

  it('only counts how good a photograph is beside the others', () => {
    fc.assert(
      fc.property(frame, furtherFrames, (target, others) => {
        const half = (one: WeightedEmbedding) => ({ ...one, quality: one.quality / 2 });
        const whole = templateOf(target, others, everybody).template;
        const { template } = templateOf(half(target), others.map(half), everybody);
        template.forEach((value, i) => {
          expect(value).toBeCloseTo(whole[i] ?? NaN, 5);
        });
      }),
    );
  });

  it('leaves out whoever is less like the target than one person is like another, and only them', () => {
    fc.assert(
      fc.property(frame, furtherFrames, fc.double({ min: -1, max: 1 }), (target, others, least) => {
        fc.pre(!Number.isNaN(least));
        const same = others.filter(
          ({ embedding }) => cosineOf(target.embedding, embedding) >= least,
        );
        expect(templateOf(target, others, least)).toEqual(templateOf(target, same, everybody));
      }),
    );
  });

  it('leaves out photographs of no quality, the target’s too', () => {
    const [a, b] = [unit(1, 0.1), unit(1, -0.1)];
    expect(templateOf(weighted(a), [weighted(b, 0)], 0)).toEqual({ template: a, framesUsed: 1 });
    const { template, framesUsed } = templateOf(weighted(a, 0), [weighted(b)], 0);
    expect(framesUsed).toBe(1);
    expect(cosineOf(template, b)).toBeCloseTo(1, 6);
    expect(templateOf(weighted(a, 0), [weighted(b, 0)], 0).template).toBe(a);
  });

  it('is like nobody where photographs cancel each other out', () => {
    const { template } = templateOf(weighted(unit(1, 0)), [weighted(unit(-1, 0))], everybody);
    expect([...template]).toEqual([0, 0]);
  });
});
