import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import type { CompareEngine, CompareFacesRequest } from '../../../main/compare/contract.ts';
import type { Routing } from '../../../main/compare/routing.ts';
import { checkRecordSchema } from '../../../main/records/check-record.ts';
import { attemptOf, betterOf } from '../../../main/station/attempt.ts';
import type { ChosenFrames } from '../../../main/station/frame-chooser.ts';
import { runAttempt } from '../../../main/station/run-attempt.ts';
import { verifyGuest } from '../../../main/station/verify-guest.ts';
import { resultOf } from '../cloud/sample-routes.ts';

const rules = { far: 0.001, review: true, attempts: 1 };
const routedResult = (routing: Routing) => ({ ...resultOf('cloudauth', 84), routing });

const routing: Routing = {
  rule: 'local-then-cloud',
  answers: [
    { engine: 'local', result: resultOf('local', 80) },
    { engine: 'cloudauth', result: resultOf('cloudauth', 84) },
  ],
};

describe('an attempt', () => {
  test('keeps the rule and what each engine said, judged by itself', () => {
    const attempt = attemptOf(routedResult(routing), rules);
    expect(attempt.routing).toEqual({
      rule: 'local-then-cloud',
      answers: [
        { engine: 'local', score: 80, threshold: 83, verdict: 'review' },
        { engine: 'cloudauth', score: 84, threshold: 83, verdict: 'pass' },
      ],
    });
    expect(attempt.decision).toMatchObject({ verdict: 'pass', threshold: 83 });
    expect(attempt.scale).toContainEqual({ far: 0.001, threshold: 83 });
  });

  test('that passes on one scale is better than a higher score that fails on another', () => {
    const strict = { '0.01': 97, '0.001': 98, '0.0001': 99 };
    const fails = attemptOf(
      { ...resultOf('cloudauth', 95), confidenceThresholds: strict, operatingPoints: [] },
      rules,
    );
    const passes = attemptOf(resultOf('local', 81), rules);
    expect(betterOf(fails, passes)).toBe(passes);
    expect(betterOf(passes, fails)).toBe(passes);
  });
});

const frames = (byte: number): ChosenFrames => [{ image: Uint8Array.of(byte), quality: 1 }];

describe('the engine is told how its result will be judged', () => {
  const asked: CompareFacesRequest[] = [];
  const engine: CompareEngine = {
    name: 'local',
    compareFaces: (request) => {
      asked.push(request);
      return Promise.resolve(resultOf('local', 95));
    },
  };
  const photo = { format: 'webp', image: Uint8Array.of(1), decodedBy: undefined } as const;

  test('at the counter', async () => {
    const parts = { chipPhoto: () => Promise.resolve(photo), engine: () => engine };
    await runAttempt({ ...parts, rules: { ...rules, attempts: 3 } }, frames(2));
    expect(asked.pop()?.judgedBy).toEqual({ far: 0.001, review: true, attempts: 3 });
  });

  test('in one verification of several frames', async () => {
    const decoder = { decode: () => Promise.resolve(photo) };
    const parts = { decoder, engine, rules: { far: 0.001 } };
    await verifyGuest(parts, { photo: new Uint8Array(1) }, [frames(2), frames(3)]);
    expect(asked.pop()?.judgedBy).toEqual({ far: 0.001, attempts: 2 });
  });
});

test('a record has room for the rule and each engine’s answer, and for no more', () => {
  const { comparison } = checkRecordSchema.shape;
  const error = new CloudError('cloud.timed-out', { afterMs: 8000 });
  const { routing: judged, decision } = attemptOf(
    {
      ...resultOf('local', 85),
      routing: {
        rule: 'cloud-with-local-fallback',
        answers: [
          { engine: 'cloudauth', error: error.toJSON() },
          { engine: 'local', result: resultOf('local', 85) },
        ],
      },
    },
    rules,
  );
  const { verdict, score, threshold, far, attempts } = decision;
  const kept = { verdict, score, threshold, far, attempts, attemptsUsed: 1, engine: 'local' };
  expect(comparison.parse({ ...kept, routing: judged })).toMatchObject({
    routing: {
      rule: 'cloud-with-local-fallback',
      answers: [
        { engine: 'cloudauth', error: 'cloud.timed-out' },
        { engine: 'local', score: 85, threshold: 80, verdict: 'pass' },
      ],
    },
  });
  const talkative = { ...judged, answers: [{ engine: 'cloudauth', message: 'all it said' }] };
  expect(comparison.safeParse({ ...kept, routing: talkative }).success).toBe(false);
  // Records of before there were rules, or frames compared as one, still hold.
  expect(comparison.safeParse(kept).success).toBe(true);
});
