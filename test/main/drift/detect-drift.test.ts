import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDrift, leastComparisons } from '../../../main/drift/detect-drift.ts';
import { scoreSteps, stepOf } from '../../../main/compare/score-steps.ts';
import { addCounts, noCounts, type StepCounts } from '../../../main/drift/score-counts.ts';
import { evenScores } from '../compare/sample-calibration.ts';
import {
  countsOf,
  sampledCalibration,
  SimulatedCounter,
  simulatedCalibration,
} from './simulated-counter.ts';

const many = simulatedCalibration(1000);
const few = simulatedCalibration(40);

/** Share of looks that find drift. */
const alarms = (
  calibrated: typeof many,
  comparisons: number,
  looks: number,
  score: () => number,
): number => {
  let found = 0;
  for (let i = 0; i < looks; i++)
    if (detectDrift(calibrated, countsOf(comparisons, score)).state === 'drifted') found += 1;
  return found / looks;
};

const lowered = (score: number, points: number): number => Math.max(0, score - points);

describe('a counter like the calibration', () => {
  it.each([
    [200, few],
    [500, few],
    [200, many],
    [500, many],
    [2000, many],
  ])('with two strangers in a hundred raises no alarm at %i comparisons', (comparisons, table) => {
    const counter = new SimulatedCounter(comparisons);
    expect(alarms(table, comparisons, 1000, () => counter.mixed(0.02))).toBe(0);
  });

  it.each([40, 100])(
    'hardly ever raises one, whichever %i people the calibration was measured on, among more who have one photograph',
    (people) => {
      const counter = new SimulatedCounter(people);
      let found = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const calibrated = sampledCalibration(people, seed);
        const counts = countsOf(500, () => counter.mixed(0.02));
        if (detectDrift(calibrated, counts).state === 'drifted') found += 1;
      }
      expect(found / 300).toBeLessThanOrEqual(0.01);
    },
  );

  it('raises none in a year of looks at each of forty counters, a day’s guests more each time', () => {
    const counter = new SimulatedCounter(3);
    let found = 0;
    for (let site = 0; site < 40; site++) {
      // As many days as the station looks at: 20 guests a day, 500 in all.
      const days: StepCounts[] = [];
      for (let day = 0; day < 365; day++) {
        days.push(countsOf(20, () => counter.mixed(0.02)));
        const counts = days.slice(-25).reduce(addCounts, noCounts);
        if (detectDrift(many, counts).state === 'drifted') found += 1;
      }
    }
    expect(found).toBe(0);
  });

  it('raises none where its scores are higher', () => {
    const counter = new SimulatedCounter(4);
    expect(alarms(many, 2000, 100, () => counter.guest(0.1))).toBe(0);
  });
});

describe('a counter whose scores became lower', () => {
  it.each([
    ['by five points', 200, few, 0.99, (c: SimulatedCounter) => lowered(c.guest(), 5)],
    ['by three points', 200, few, 0.99, (c: SimulatedCounter) => lowered(c.guest(), 3)],
    ['by a cosine of 0.08', 200, many, 0.95, (c: SimulatedCounter) => c.guest(-0.08)],
    ['by a cosine of 0.08', 500, few, 0.9, (c: SimulatedCounter) => c.guest(-0.08)],
    ['by a cosine of 0.05', 500, many, 0.9, (c: SimulatedCounter) => c.guest(-0.05)],
    [
      'by a cosine of 0.2 for one guest in five',
      500,
      many,
      0.9,
      (c: SimulatedCounter) => c.guest(c.random() < 0.2 ? -0.2 : 0),
    ],
    ['by ten strangers in a hundred', 500, many, 0.9, (c: SimulatedCounter) => c.mixed(0.1)],
  ])('%s is found at %i comparisons', (_how, comparisons, table, power, score) => {
    const counter = new SimulatedCounter(comparisons + 1);
    expect(alarms(table, comparisons, 400, () => score(counter))).toBeGreaterThanOrEqual(power);
  });
});

/** As many scores as a share comes to, evenly over the even calibration but for those moved. */
const evenCounts = (
  perStep: number,
  moves: readonly (readonly [from: number, to: number, count: number])[] = [],
): number[] => {
  const counts = noCounts.map(() => perStep);
  for (const [from, to, count] of moves) {
    counts[stepOf(from)]! -= count;
    counts[stepOf(to)]! += count;
  }
  return counts;
};
const even = { genuineScores: evenScores, genuinePeople: 4000 };

describe('a report', () => {
  it('says nothing of too few comparisons, whatever they are', () => {
    const low = noCounts.map((_, at) => (at === 0 ? leastComparisons - 1 : 0));
    expect(detectDrift(even, low)).toEqual({
      state: 'too-few',
      comparisons: leastComparisons - 1,
      calibratedMedian: expect.closeTo(50) as number,
      seenMedian: 2.5,
      findings: [],
    });
    const enough = noCounts.map((_, at) => (at === 0 ? leastComparisons : 0));
    expect(detectDrift(even, enough).state).toBe('drifted');
  });

  it('has no median of nothing', () => {
    expect(detectDrift(even, noCounts)).toEqual({
      state: 'too-few',
      comparisons: 0,
      calibratedMedian: expect.closeTo(50) as number,
      findings: [],
    });
  });

  it('is steady where the scores lie as calibrated', () => {
    expect(detectDrift(even, evenCounts(100))).toEqual({
      state: 'steady',
      comparisons: 2000,
      calibratedMedian: expect.closeTo(50) as number,
      seenMedian: 50,
      findings: [],
    });
  });

  it('names the threshold below which more guests lie, and how many were to be expected', () => {
    const counts = evenCounts(100, [
      [95, 75, 100],
      [90, 75, 100],
      [85, 75, 100],
      [80, 75, 50],
    ]);
    const { findings } = detectDrift(even, counts);
    expect(findings).toContainEqual({
      kind: 'more-score-low',
      score: 80,
      calibrated: expect.closeTo(0.8) as number,
      seen: 0.975,
    });
  });

  it('names the score below which the most more lie, wherever that is', () => {
    const counts = evenCounts(100, [
      [60, 20, 100],
      [55, 20, 100],
      [50, 20, 100],
      [45, 20, 100],
    ]);
    expect(detectDrift(even, counts).findings).toEqual([
      {
        kind: 'scores-lower',
        score: expect.toSatisfy((score: number) => score >= 25 && score <= 45) as number,
        calibrated: expect.any(Number) as number,
        seen: expect.any(Number) as number,
      },
    ]);
  });

  it('depends on how many there are of each score only', () => {
    const table = { ...few };
    const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 400 });
    fc.assert(
      fc.property(scores, (given) => {
        const draw = (list: readonly number[]) => {
          const left = [...list];
          return detectDrift(
            table,
            countsOf(given.length, () => left.pop()!),
          );
        };
        expect(draw(given.toReversed())).toEqual(draw(given));
      }),
      { numRuns: 30 },
    );
  });

  it('of drift stays one when scores fall further', () => {
    const counts = fc.array(fc.nat(80), { minLength: scoreSteps, maxLength: scoreSteps });
    fc.assert(
      fc.property(counts, (given) => {
        fc.pre(detectDrift(many, given).state === 'drifted');
        const [lowest = 0, second = 0, ...others] = given;
        const fallen = [lowest + second, ...others, 0];
        expect(detectDrift(many, fallen).state).toBe('drifted');
      }),
    );
  });

  it('asks for more where fewer people were measured', () => {
    const counter = new SimulatedCounter(9);
    const counts = countsOf(400, () => counter.guest(-0.06));
    expect(detectDrift(many, counts).state).toBe('drifted');
    expect(detectDrift({ ...many, genuinePeople: 12 }, counts).state).toBe('steady');
  });
});
