import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAll } from '../../../main/evaluate/compare-all.ts';
import { compareListed, type IndexedPair } from '../../../main/evaluate/compare-listed.ts';
import type { Comparisons } from '../../../main/evaluate/comparisons.ts';
import { createRandom } from '../../../main/evaluate/random.ts';
import { at, cosine } from './vectors.ts';

const largestFar = 0.01;
const rounded = (scores: Float32Array): readonly number[] =>
  Array.from(scores, (score) => Number(score.toFixed(5)));
const cosines = (...degrees: readonly number[]): readonly number[] =>
  degrees.map((angle) => Number(cosine(angle).toFixed(5)));

describe('comparing all photographs', () => {
  // Person 0 at 0° and 10°, person 1 at 40°, person 2 at 100° and 120°.
  const rows = [at(0), at(10), at(40), at(100), at(120)];
  const personOf = Uint32Array.of(0, 0, 1, 2, 2);

  it('compares each pair once, and tells people apart', () => {
    const { impostors, genuine } = compareAll({ rows, personOf, people: 3, largestFar });
    expect(rounded(impostors.scores)).toEqual(cosines(30, 40, 60, 80, 90, 100, 110, 120));
    expect(impostors.count).toBe(8);
    expect([impostors.first[0], impostors.second[0]]).toEqual([0, 1]);
    expect(rounded(genuine.scores)).toEqual(cosines(10, 20));
    expect([...genuine.personOf]).toEqual([0, 2]);
  });

  it('compares chip photos in both directions, and no photograph with its own chip photo', () => {
    const chip = rows.map((_, index) => at([0, 10, 40, 100, 120][index]! + 1));
    const both = compareAll({ rows: chip, columns: rows, personOf, people: 3, largestFar });
    expect(both.impostors.count).toBe(16);
    expect(rounded(both.genuine.scores).toSorted()).toEqual(cosines(9, 11, 19, 21).toSorted());
  });

  it('leaves out photographs that do not take part', () => {
    const { impostors, genuine } = compareAll({
      rows,
      rowPhotographs: [0, 2, 3],
      personOf,
      people: 3,
      largestFar,
    });
    expect(rounded(impostors.scores)).toEqual(cosines(40, 60, 100));
    expect(genuine.scores).toHaveLength(0);
  });

  it('counts a photograph without a face against its person, and as no impostor', () => {
    const { impostors, genuine } = compareAll({
      rows: [at(0), undefined, at(40)],
      personOf: Uint32Array.of(0, 0, 1),
      people: 2,
      largestFar,
    });
    expect(impostors.count).toBe(1);
    expect([...genuine.scores]).toEqual([-Infinity]);
  });

  it('reports how far it is', () => {
    const shares: number[] = [];
    compareAll({
      rows,
      personOf,
      people: 3,
      largestFar,
      onProgress: (share) => shares.push(share),
    });
    expect(shares[0]).toBeCloseTo(0.2);
  });

  it('agrees with comparing the pairs one by one, also in what they weigh', () => {
    const photograph = fc.record({
      angle: fc.option(fc.integer({ min: 0, max: 180 }), { nil: undefined }),
      person: fc.integer({ min: 0, max: 4 }),
    });
    const inputs = fc.tuple(fc.array(photograph, { maxLength: 12 }), fc.boolean(), fc.integer());
    fc.assert(
      fc.property(inputs, ([photographs, isChip, seed]) => {
        const full = photographs.map(({ angle }) => (angle === undefined ? undefined : at(angle)));
        const chip = photographs.map(({ angle }, i) =>
          angle === undefined || i % 5 === 4 ? undefined : at(angle + 2),
        );
        const people = Uint32Array.from(photographs, ({ person }) => person);
        const sources = isChip ? chip : full;
        const pairs: IndexedPair[] = [];
        photographs.forEach((_, source) => {
          photographs.forEach((__, target) => {
            if (isChip ? source !== target : source < target)
              pairs.push({ isSame: people[source] === people[target], source, target });
          });
        });
        const all = compareAll({
          rows: sources,
          ...(isChip && { columns: full }),
          personOf: people,
          people: 5,
          largestFar,
        });
        const listed = compareListed(pairs, sources, full, people, 5);
        const random = createRandom(seed >>> 0);
        const weights = Float64Array.from({ length: 5 }, () => Math.floor(random() * 3));
        expect(summary(all, weights)).toEqual(summary(listed, weights));
      }),
    );
  });
});

const summary = ({ impostors, genuine }: Comparisons, weights: Float64Array): unknown => ({
  count: impostors.count,
  weight: impostors.totalWeight(weights),
  pairWeight: impostors.pairWeight(weights),
  between: Array.from(weights, (_, first) =>
    Array.from(weights.subarray(0, first), (__, second) => impostors.countBetween(first, second)),
  ),
  impostors: rounded(impostors.scores),
  genuine: Array.from(
    genuine.scores,
    (score, i) => `${genuine.personOf[i]!}: ${score.toFixed(5)}`,
  ).sort(),
});
