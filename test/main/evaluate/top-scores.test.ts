import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopScores } from '../../../main/evaluate/top-scores.ts';

const add = (top: TopScores, scores: readonly number[]): TopScores => {
  scores.forEach((score, index) => {
    top.add(score, index, index + 1000);
  });
  return top;
};

describe('the highest scores of a stream', () => {
  it('come with their people, high to low', () => {
    const { scores, first, second } = add(new TopScores(10), [0.25, 0.75, 0.5]).ranked();
    expect([...scores]).toEqual([0.75, 0.5, 0.25]);
    expect([...first]).toEqual([1, 2, 0]);
    expect([...second]).toEqual([1001, 1002, 1000]);
  });

  it('are exactly those of sorting everything, however many there are', () => {
    const stream = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 400 });
    fc.assert(
      fc.property(stream, fc.integer({ min: 1, max: 30 }), (values, keep) => {
        const all = values.map((value) => value / 64);
        const { scores, first } = add(new TopScores(keep), all).ranked();
        const expected = all.toSorted((a, b) => b - a);
        const wanted = Math.min(keep, all.length);
        expect([...scores.subarray(0, wanted)]).toEqual(expected.slice(0, wanted));
        scores.forEach((score, index) => {
          expect(all[first[index]!]).toBe(score);
        });
      }),
    );
  });

  it('never drop a score from `keepFrom` on', () => {
    const all = Array.from({ length: 500 }, (_, i) => ((i * 37) % 500) / 512);
    const { scores } = add(new TopScores(2, 0.5), all).ranked();
    expect(scores.filter((score) => score >= 0.5)).toHaveLength(
      all.filter((score) => score >= 0.5).length,
    );
  });

  it('drop the others', () => {
    const rising = Array.from({ length: 10_000 }, (_, i) => i / 16_384);
    expect(add(new TopScores(10), rising).ranked().scores.length).toBeLessThan(25);
  });
});
