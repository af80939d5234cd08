import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfidenceThresholds } from '../../../main/compare/contract.ts';
import {
  maximumAttempts,
  operatingThresholds,
  type ThresholdSource,
} from '../../../main/compare/operating-thresholds.ts';
import { decide, isBetter, verdicts, type Decision } from '../../../main/compare/verdict.ts';

const confidenceThresholds: ConfidenceThresholds = { '0.01': 70, '0.001': 80, '0.0001': 90 };
const offered = [
  { far: 0.01, threshold: 70 },
  { far: 0.001, threshold: 80 },
  { far: 0.0001, threshold: 90 },
];
/** As a calibrated engine measures: also at FARs divided over attempts. */
const measured: ThresholdSource = {
  confidenceThresholds,
  operatingPoints: [
    ...offered,
    { far: 0.01 / 3, threshold: 74 },
    { far: 0.0005, threshold: 83 },
    { far: 0.001 / 3, threshold: 85 },
  ],
};
const cloud: ThresholdSource = { confidenceThresholds, operatingPoints: offered };

const judge = (score: number, rules: Parameters<typeof decide>[1], source = measured): Decision =>
  decide({ similarityScore: score, ...source }, rules);

const thrownBy = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a verdict', () => {
  it.each([
    [80, 'pass'],
    [100, 'pass'],
    [79.999, 'review'],
    [70, 'review'],
    [69.999, 'fail'],
    [0, 'fail'],
  ])('of the score %d at FAR 0.001 is %s', (score, verdict) => {
    expect(judge(score, { far: 0.001 }).verdict).toBe(verdict);
  });

  it('states what it rests on', () => {
    expect(judge(75, { far: 0.001 })).toEqual({
      verdict: 'review',
      score: 75,
      far: 0.001,
      attempts: 1,
      farPerAttempt: 0.001,
      farApplied: 0.001,
      threshold: 80,
      reviewThreshold: 70,
    });
  });

  it('has no review band below the laxest FAR', () => {
    const decision = judge(69.9, { far: 0.01 });
    expect(decision.verdict).toBe('fail');
    expect(decision).not.toHaveProperty('reviewThreshold');
  });

  it('has no review band when it is switched off', () => {
    const decision = judge(75, { far: 0.001, review: false });
    expect(decision.verdict).toBe('fail');
    expect(decision).not.toHaveProperty('reviewThreshold');
  });

  it.each([NaN, Infinity, -Infinity, -1, 100.1])('is not made of the score %d', (score) => {
    expect(thrownBy(() => judge(score, { far: 0.01 }))).toMatchObject({
      code: 'verdict.score-invalid',
    });
  });
});

describe('a FAR that is not offered', () => {
  it.each([0.002, 0.00001, 0.5, NaN])('is refused (%d) with the list of those that are', (far) => {
    expect(thrownBy(() => judge(99, { far }))).toMatchObject({
      code: 'verdict.far-not-offered',
      data: { offered: ['0.01', '0.001', '0.0001'] },
    });
  });

  it('is refused even if it happens to be measured for dividing', () => {
    expect(thrownBy(() => judge(99, { far: 0.0005 }))).toMatchObject({
      code: 'verdict.far-not-offered',
    });
  });
});

describe('a FAR over several attempts', () => {
  it('gives each attempt its share, at a measured point', () => {
    expect(judge(84, { far: 0.001, attempts: 3 })).toEqual({
      verdict: 'review',
      score: 84,
      far: 0.001,
      attempts: 3,
      farPerAttempt: 0.001 / 3,
      farApplied: 0.001 / 3,
      threshold: 85,
      reviewThreshold: 74,
    });
  });

  it('takes the next stricter measured point and interpolates nothing', () => {
    const decision = judge(84, { far: 0.001, attempts: 4 });
    expect(decision.farPerAttempt).toBe(0.00025);
    expect(decision.farApplied).toBe(0.0001);
    expect(decision.threshold).toBe(90);
    expect(decision.reviewThreshold).toBe(80);
  });

  it('makes do with the three points of a cloud', () => {
    expect(judge(85, { far: 0.01, attempts: 3 }, cloud)).toMatchObject({
      farApplied: 0.001,
      threshold: 80,
      verdict: 'pass',
    });
  });

  it('is refused where so strict a FAR was not measured, with what is possible', () => {
    expect(thrownBy(() => judge(99, { far: 0.0001, attempts: 3 }, cloud))).toMatchObject({
      code: 'verdict.far-not-measured',
      data: { attempts: 3, possible: ['0.01', '0.001'] },
    });
  });

  it('may be possible only for the laxest FAR', () => {
    expect(judge(99, { far: 0.01, attempts: 100 }).farApplied).toBe(0.0001);
    expect(thrownBy(() => judge(99, { far: 0.001, attempts: 100 }))).toMatchObject({
      data: { possible: ['0.01'] },
    });
  });

  it.each([0, -1, 1.5, NaN, Infinity, maximumAttempts + 1])(
    'is refused for %d attempts',
    (attempts) => {
      expect(thrownBy(() => judge(99, { far: 0.01, attempts }))).toMatchObject({
        code: 'verdict.attempts-invalid',
      });
    },
  );
});

describe('thresholds that cannot be right', () => {
  it.each([
    ['fall', { '0.01': 70, '0.001': 60, '0.0001': 90 }],
    ['are no numbers', { '0.01': 70, '0.001': NaN, '0.0001': 90 }],
    ['are infinite', { '0.01': -Infinity, '0.001': 80, '0.0001': 90 }],
  ])('are refused when they %s', (_name, thresholds) => {
    const source = { confidenceThresholds: thresholds, operatingPoints: [] };
    expect(thrownBy(() => judge(65, { far: 0.01 }, source))).toMatchObject({
      code: 'verdict.thresholds-invalid',
    });
  });
});

describe('for all scores and rules', () => {
  const score = fc.double({ min: 0, max: 100, noNaN: true });
  const far = fc.constantFrom(0.01, 0.001, 0.0001);
  const attempts = fc.constantFrom(1, 2, 3);
  const review = fc.boolean();
  const source: ThresholdSource = {
    confidenceThresholds,
    operatingPoints: [...measured.operatingPoints, { far: 0.00002, threshold: 95 }],
  };
  const rank = (decision: Decision): number => verdicts.indexOf(decision.verdict);

  it('a higher score never gets a worse verdict', () => {
    fc.assert(
      fc.property(score, score, far, attempts, review, (a, b, chosen, k, band) => {
        const rules = { far: chosen, attempts: k, review: band };
        const low = judge(Math.min(a, b), rules, source);
        const high = judge(Math.max(a, b), rules, source);
        expect(rank(high)).toBeGreaterThanOrEqual(rank(low));
      }),
    );
  });

  it('a stricter FAR or another attempt never gives a better verdict', () => {
    fc.assert(
      fc.property(score, far, far, attempts, attempts, (value, f1, f2, k1, k2) => {
        const lax = { far: Math.max(f1, f2), attempts: Math.min(k1, k2) };
        const strict = { far: Math.min(f1, f2), attempts: Math.max(k1, k2) };
        expect(rank(judge(value, strict, source))).toBeLessThanOrEqual(
          rank(judge(value, lax, source)),
        );
      }),
    );
  });

  it('the FAR of all attempts together stays within the chosen one', () => {
    fc.assert(
      fc.property(far, attempts, (chosen, k) => {
        const { farApplied } = operatingThresholds(source, { far: chosen, attempts: k });
        expect(1 - (1 - farApplied) ** k).toBeLessThanOrEqual(chosen * (1 + 1e-9));
      }),
    );
  });

  it('one attempt is the plain rule', () => {
    fc.assert(
      fc.property(score, far, (value, chosen) => {
        expect(judge(value, { far: chosen, attempts: 1 }, source)).toEqual(
          judge(value, { far: chosen }, source),
        );
      }),
    );
  });
});

describe('a route that gives two chances', () => {
  const first = { engine: 'local', result: { similarityScore: 80, engine: 'local', ...measured } };
  const routing = { rule: 'local-then-cloud', answers: [first] } as const;

  it('takes its share of the FAR for each, so that the whole stays what was chosen', () => {
    const result = { similarityScore: 84, ...measured, routing };
    expect(decide(result, { far: 0.001 })).toMatchObject({
      verdict: 'pass',
      attempts: 1,
      farPerAttempt: 0.0005,
      farApplied: 0.0005,
      threshold: 83,
    });
    expect(decide(result, { far: 0.001, attempts: 3 })).toMatchObject({
      attempts: 3,
      farPerAttempt: 0.001 / 6,
      threshold: 90,
    });
  });
});

describe('engines that have to agree', () => {
  const answer = (engine: string, similarityScore: number) => ({
    engine,
    result: { engine, similarityScore, ...measured },
  });
  const judged = (rules: Parameters<typeof decide>[1], ...scores: readonly number[]): Decision => {
    const answers = scores.map((score, i) => answer(`engine ${i}`, score));
    const routing = { rule: 'both-agree', answers } as const;
    return decide({ similarityScore: scores[0] ?? 0, ...measured, routing }, rules);
  };

  it.each([
    [85, 95, 'pass'],
    [75, 72, 'review'],
    [10, 20, 'fail'],
  ])('and do, with %d and %d, give their verdict: %s', (a, b, verdict) => {
    expect(judged({ far: 0.001 }, a, b)).toMatchObject({ verdict, score: a });
    expect(judged({ far: 0.001 }, a, b)).not.toHaveProperty('disagreed');
  });

  it('and do not, leave it to a person, or to nobody', () => {
    expect(judged({ far: 0.001 }, 10, 95)).toMatchObject({ verdict: 'review', disagreed: true });
    expect(judged({ far: 0.001, review: false }, 75, 95)).toMatchObject({
      verdict: 'fail',
      disagreed: true,
    });
  });

  it('do not agree where one of them said nothing', () => {
    const error = { code: 'cloud.unreachable', message: '', messageZh: '', data: {} };
    const answers = [answer('local', 95), { engine: 'cloudauth', error }];
    const routing = { rule: 'both-agree', answers } as const;
    expect(decide({ similarityScore: 95, ...measured, routing }, { far: 0.001 }).verdict).toBe(
      'review',
    );
  });
});

describe('of two attempts', () => {
  it.each([
    [90, 85, true],
    [75, 85, false],
    [85, 85, false],
  ])('on one scale, %d is better than %d: %s', (a, b, expected) => {
    expect(isBetter(judge(a, { far: 0.001 }), judge(b, { far: 0.001 }))).toBe(expected);
  });

  it('on two scales the better verdict counts, whatever the scores', () => {
    const stricter = {
      confidenceThresholds: { '0.01': 97, '0.001': 98, '0.0001': 99 },
      operatingPoints: [],
    };
    const [pass, fail] = [judge(81, { far: 0.001 }), judge(95, { far: 0.001 }, stricter)];
    expect([pass.verdict, fail.verdict]).toEqual(['pass', 'fail']);
    expect(isBetter(pass, fail)).toBe(true);
    expect(isBetter(fail, pass)).toBe(false);
  });
});

it('a score without thresholds has no verdict, and the error holds the score', () => {
  const silent = { confidenceThresholds: {}, operatingPoints: [] };
  expect(thrownBy(() => judge(91, { far: 0.001 }, silent))).toMatchObject({
    code: 'verdict.no-thresholds',
    data: { score: 91 },
  });
});
