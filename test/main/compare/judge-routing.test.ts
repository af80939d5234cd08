import { describe, expect, test } from 'vitest';
import type { CompareFacesResult } from '../../../main/compare/contract.ts';
import { judgeRouting } from '../../../main/compare/judge-routing.ts';

const resultOf = (engine: string, similarityScore: number): CompareFacesResult => ({
  engine,
  similarityScore,
  confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
  operatingPoints: [{ far: 0.0005, threshold: 83 }],
});

const failed = {
  engine: 'cloudauth',
  error: { code: 'cloud.timed-out', message: 'too late', messageZh: '超时', data: { afterMs: 1 } },
};

describe('what is kept of each engine', () => {
  test('is its score, threshold and verdict by itself, on its share of the FAR', () => {
    const answers = [
      { engine: 'local', result: resultOf('local', 81) },
      { engine: 'cloudauth', result: resultOf('cloudauth', 84) },
    ];
    expect(judgeRouting({ rule: 'local-then-cloud', answers }, { far: 0.001 })).toEqual({
      rule: 'local-then-cloud',
      answers: [
        { engine: 'local', score: 81, threshold: 83, verdict: 'review' },
        { engine: 'cloudauth', score: 84, threshold: 83, verdict: 'pass' },
      ],
    });
    expect(judgeRouting({ rule: 'both-agree', answers }, { far: 0.001 }).answers).toMatchObject([
      { threshold: 80, verdict: 'pass' },
      { threshold: 80, verdict: 'pass' },
    ]);
  });

  test('is the code of what kept it from a score, and no sentence', () => {
    const routing = { rule: 'cloud-with-local-fallback', answers: [failed] } as const;
    expect(judgeRouting(routing, { far: 0.001 }).answers).toEqual([
      { engine: 'cloudauth', error: 'cloud.timed-out' },
    ]);
  });

  test('is the score and why it has no verdict', () => {
    const silent = { ...resultOf('tencent', 88), confidenceThresholds: {}, operatingPoints: [] };
    const answers = [{ engine: 'tencent', result: silent }];
    expect(judgeRouting({ rule: 'cloud', answers }, { far: 0.001 }).answers).toEqual([
      { engine: 'tencent', score: 88, error: 'verdict.no-thresholds' },
    ]);
  });
});
