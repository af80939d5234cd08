import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { attemptOf, betterOf } from '../../../main/station/attempt.ts';
import { sampleAttempt, sampleResult, sampleRules } from './sample-guests.ts';

describe('an attempt', () => {
  it('says who judged it, by which calibration, and what it was to be judged by', () => {
    const error = new CloudError('cloud.unreachable').toJSON();
    const fellBackFrom = { engine: 'cloudauth', error };
    const attempt = attemptOf(
      { ...sampleResult(85), calibration: 'sample-1', fellBackFrom },
      sampleRules,
    );
    expect(attempt).toMatchObject({ engine: 'sample', calibration: 'sample-1', fellBackFrom });
    expect(sampleAttempt(85)).not.toHaveProperty('calibration');
    expect(sampleAttempt(85)).not.toHaveProperty('fellBackFrom');
  });

  it.each([
    [1, 80],
    [2, 82],
    [3, 84],
  ])('of %d has to reach %d: each takes its share of the FAR', (attempts, threshold) => {
    const { decision } = sampleAttempt(threshold, { ...sampleRules, attempts });
    expect(decision).toMatchObject({ verdict: 'pass', threshold, farPerAttempt: 0.001 / attempts });
    expect(sampleAttempt(threshold - 0.01, { ...sampleRules, attempts }).decision.verdict).not.toBe(
      'pass',
    );
  });

  it('never passes more often than its share of the FAR allows, whatever was measured', () => {
    // Through the sample's thresholds, and as strict beyond.
    const pointAt = (far: number) => ({ far, threshold: 50 - 10 * Math.log10(far) });
    const rate = fc.double({ min: 1e-5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(rate, { maxLength: 8 }),
        fc.constantFrom(0.01, 0.001, 0.0001),
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (rates, far, attempts, similarityScore) => {
          const operatingPoints = [...rates, 1e-6].map(pointAt);
          const result = { ...sampleResult(similarityScore), operatingPoints };
          const { decision } = attemptOf(result, { far, attempts, review: true });
          expect(decision.farPerAttempt).toBe(far / attempts);
          expect(decision.farApplied).toBeLessThanOrEqual((far / attempts) * (1 + 1e-9));
          expect(decision.threshold).toBeCloseTo(pointAt(decision.farApplied).threshold, 6);
          expect(decision.verdict === 'pass').toBe(similarityScore >= decision.threshold);
        },
      ),
    );
  });

  it('has a scale of what one attempt must reach at every FAR that was measured for it', () => {
    expect(sampleAttempt(1).scale).toEqual([
      { far: 0.01, threshold: 74 },
      { far: 0.001, threshold: 84 },
    ]);
    expect(sampleAttempt(1, { ...sampleRules, attempts: 1 }).scale).toEqual([
      { far: 0.01, threshold: 70 },
      { far: 0.001, threshold: 80 },
      { far: 0.0001, threshold: 90 },
    ]);
  });

  it.each([NaN, -1, 101])('is none with a score of %d', (score) => {
    expect(() => sampleAttempt(score)).toThrow(
      expect.objectContaining({ code: 'verdict.score-invalid' }) as Error,
    );
  });
});

describe('the better of two attempts', () => {
  it('is the one with the higher score, and the first of two alike', () => {
    const [low, high] = [sampleAttempt(30), sampleAttempt(40)];
    expect(betterOf(undefined, low)).toBe(low);
    expect(betterOf(low, high)).toBe(high);
    expect(betterOf(high, low)).toBe(high);
    expect(betterOf(high, sampleAttempt(40))).toBe(high);
  });

  it('is the one that passed, where another engine judged on another scale', () => {
    const cloud = attemptOf(
      {
        similarityScore: 93,
        confidenceThresholds: { '0.01': 90, '0.001': 95, '0.0001': 99 },
        operatingPoints: [
          { far: 0.01 / 3, threshold: 94 },
          { far: 0.001 / 3, threshold: 98 },
        ],
        engine: 'cloud',
      },
      sampleRules,
    );
    const local = sampleAttempt(85);
    expect([cloud.decision.verdict, local.decision.verdict]).toEqual(['fail', 'pass']);
    expect(betterOf(cloud, local)).toBe(local);
    expect(betterOf(local, cloud)).toBe(local);
  });
});
