import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreSteps } from '../../../main/compare/score-steps.ts';
import { medianOf, noCounts } from '../../../main/drift/score-counts.ts';

const only = (...counts: readonly (readonly [step: number, count: number])[]): number[] =>
  noCounts.map((_, at) => counts.find(([step]) => step === at)?.[1] ?? 0);

describe('the median', () => {
  it.each([
    ['is in the middle of the only step', only([18, 7]), 92.5],
    ['leaves half of them on either side', only([10, 1], [18, 3]), 90 + 5 / 3],
    ['lies between two steps that hold as many', only([3, 4], [4, 4]), 20],
    ['is that of shares too', only([0, 0.25], [19, 0.75]), 95 + 5 / 3],
  ])('%s', (_what, counts, median) => {
    expect(medianOf(counts)).toBeCloseTo(median, 10);
  });

  it('is not there where nothing was counted', () => {
    expect(medianOf(noCounts)).toBeUndefined();
  });

  it('never rises when something lower is counted', () => {
    const counts = fc.array(fc.nat(50), { minLength: scoreSteps, maxLength: scoreSteps });
    fc.assert(
      fc.property(counts, (given) => {
        const median = medianOf(given);
        fc.pre(median !== undefined);
        const lower = given.map((count, at) => (at === 0 ? count + 1 : count));
        expect(medianOf(lower)).toBeLessThanOrEqual(median);
      }),
    );
  });
});
