import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centringSchema, createCentre, type Centring } from '../../../main/compare/centring.ts';
import { cosineOf } from '../../../main/face/types.ts';

const group = (name: string, mean: readonly number[], share = 1): Centring['groups'][number] => ({
  name,
  people: 40,
  share,
  largestPull: 0.05,
  mean: [...mean],
});
const centring = (...groups: Centring['groups']): Centring => ({
  sharpness: 10,
  groups,
  recipe: 'made up for a test',
});
const unit = (values: readonly number[]): Float32Array => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
};
const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .filter((values) => Math.hypot(...values) > 0.01)
  .map(unit);

describe('centring', () => {
  it('without groups leaves an embedding as it is, and gives a copy', () => {
    const embedding = unit([1, 2, 3]);
    const centred = createCentre(undefined)(embedding);
    expect(centred).toEqual(embedding);
    expect(centred).not.toBe(embedding);
  });

  it('takes off what two strangers of one group share', () => {
    const centre = createCentre(centring(group('east', [0.5, 0, 0]), group('west', [-0.5, 0, 0])));
    const [a, b] = [unit([0.5, 0.8, 0]), unit([0.5, 0, 0.8])];
    expect(cosineOf(a, b)).toBeGreaterThan(0.25);
    expect(cosineOf(centre(a), centre(b))).toBeLessThan(0.05);
  });

  it('takes off a group only its share', () => {
    const embedding = unit([0.5, 0.8, 0]);
    const whole = createCentre(centring(group('east', [0.4, 0, 0])))(embedding);
    const half = createCentre(centring(group('east', [0.4, 0, 0], 0.5)))(embedding);
    const none = createCentre(centring(group('east', [0.4, 0, 0], 0)))(embedding);
    expect(whole[0]).toBeLessThan(half[0]!);
    expect(half[0]).toBeLessThan(none[0]!);
    expect(cosineOf(none, embedding)).toBeCloseTo(1, 6);
  });

  it('does not change who is of a far group', () => {
    const groups = [group('east', [0.5, 0, 0]), group('west', [-0.5, 0, 0], 0)];
    const embedding = unit([-0.9, 0.3, 0.1]);
    const centred = createCentre(centring(...groups))(embedding);
    expect(cosineOf(centred, embedding)).toBeGreaterThan(0.999999);
  });

  it('always gives a direction, whatever the face', () => {
    const groups = [group('a', [0.4, 0.1, 0, 0, 0, 0]), group('b', [0, 0, -0.3, 0.2, 0, 0], 0.25)];
    const centre = createCentre(centring(...groups));
    fc.assert(
      fc.property(direction, (embedding) => {
        expect(Math.hypot(...centre(embedding))).toBeCloseTo(1, 5);
      }),
    );
  });

  it('is the same in whatever order the groups are listed', () => {
    const groups = [group('a', [0.4, 0.1, 0, 0, 0, 0]), group('b', [0, 0, -0.3, 0.2, 0, 0], 0.25)];
    const [one, other] = [groups, groups.toReversed()].map((all) => createCentre(centring(...all)));
    fc.assert(
      fc.property(direction, (embedding) => {
        expect(cosineOf(one!(embedding), other!(embedding))).toBeCloseTo(1, 6);
      }),
    );
  });

  it('refuses an embedding of another model', () => {
    const centre = createCentre(centring(group('a', [0.5, 0, 0])));
    expect(() => centre(unit([1, 0]))).toThrow(RangeError);
  });
});

describe('centring as part of a calibration', () => {
  const good = centring(group('a', [0.5, 0, 0]), group('b', [0, 0.5, 0]));

  it('is taken as it was measured', () => {
    expect(centringSchema.parse(good)).toEqual(good);
  });

  it.each([
    ['a group of fewer than thirty people', { ...group('a', [0.5, 0]), people: 29 }],
    ['a mean without a direction', group('a', [0, 0])],
    ['a mean that shows one person', { ...group('a', [0.5, 0]), largestPull: 0.11 }],
    ['a share above one', group('a', [0.5, 0], 1.5)],
    ['a mean longer than any direction', group('a', [2, 0])],
    ['a name that is none', group('East Asian', [0.5, 0])],
  ])('is refused with %s', (_, bad) => {
    expect(centringSchema.safeParse(centring(bad)).success).toBe(false);
  });

  it.each([
    ['two groups of one name', centring(group('a', [0.5, 0]), group('a', [0, 0.5]))],
    ['means of two lengths', centring(group('a', [0.5, 0]), group('b', [0, 0.5, 0]))],
    ['no group', centring()],
  ])('is refused with %s', (_, bad) => {
    expect(centringSchema.safeParse(bad).success).toBe(false);
  });
});
