import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { decide } from '../../../main/compare/verdict.ts';
import { caughtFrom } from './caught-from.ts';
import { photographs } from './photographs.ts';
import { resultOf, routeWith, yes } from './sample-routes.ts';

/** Divided over two chances, FAR 0.001 passes at 83 and is looked into from 73 on. */
const judgedBy = { far: 0.001 };
const request = { ...photographs, judgedBy };
const rule = 'local-then-cloud';

describe('this machine alone decides', () => {
  test.each([
    [83, 'pass'],
    [99, 'pass'],
    [72, 'fail'],
    [0, 'fail'],
  ])('the score %d, which is a %s without anybody looking', async (local, verdict) => {
    const route = routeWith(rule, { local });
    const result = await route.for(yes).compareFaces(request);
    const alone = resultOf('local', local);
    expect(result).toEqual({
      ...alone,
      routing: { rule, answers: [{ engine: 'local', result: alone }] },
    });
    expect(route.asked).toEqual(['local']);
    expect(decide(result, judgedBy).verdict).toBe(verdict);
  });

  test('where there is no review band', async () => {
    const route = routeWith(rule, { local: 80 });
    await route.for(yes).compareFaces({ ...photographs, judgedBy: { far: 0.001, review: false } });
    expect(route.asked).toEqual(['local']);
  });
});

describe('the cloud is asked about a score in the review band', () => {
  test.each([
    [95, 'pass'],
    [83, 'pass'],
    [82, 'review'],
    [50, 'fail'],
  ])('and its %d is a %s', async (cloud, verdict) => {
    const route = routeWith(rule, { local: 80, cloud });
    const result = await route.for(yes).compareFaces(request);
    const second = resultOf('cloudauth', cloud);
    expect(result).toEqual({
      ...second,
      routing: {
        rule,
        answers: [
          { engine: 'local', result: resultOf('local', 80) },
          { engine: 'cloudauth', result: second },
        ],
      },
    });
    expect(route.asked).toEqual(['local', 'cloudauth']);
    expect(decide(result, judgedBy)).toMatchObject({ verdict, farPerAttempt: 0.0005 });
  });

  test.each([
    new CloudError('cloud.unreachable'),
    new CloudError('cloud.no-credentials', { missing: ['ALIBABA_CLOUD_ACCESS_KEY_ID'] }),
    new CompareFacesError('Error.NoFaceDetected'),
  ])('and a person is, where it cannot say: %s', async (cloud) => {
    const route = routeWith(rule, { local: 80, cloud });
    const result = await route.for(yes).compareFaces(request);
    const failed = { engine: 'cloudauth', error: cloud.toJSON() };
    expect(result).toMatchObject({
      engine: 'local',
      fellBackFrom: failed,
      routing: { rule, answers: [{ engine: 'local' }, failed] },
    });
    expect(decide(result, judgedBy).verdict).toBe('review');
    expect(route.fallbacks).toEqual([['cloudauth', cloud.code]]);
  });

  test('and a person is, where its score says nothing at this site', async () => {
    const silent = { ...resultOf('tencent', 99), confidenceThresholds: {}, operatingPoints: [] };
    const route = routeWith(rule, { local: 80, cloud: silent });
    const result = await route.for(yes).compareFaces(request);
    expect(result).toMatchObject({
      engine: 'local',
      fellBackFrom: { error: { code: 'verdict.no-thresholds' } },
      routing: { answers: [{ engine: 'local' }, { engine: 'tencent', result: silent }] },
    });
    expect(decide(result, judgedBy).verdict).toBe('review');
  });
});

test('a defect of ours is no reason to ask a person', async () => {
  const defect = new TypeError('a defect of ours');
  const route = routeWith(rule, { local: 80, cloud: defect });
  expect(await caughtFrom(() => route.for(yes).compareFaces(request))).toBe(defect);
});

test('the route cannot do without knowing how it will be judged', async () => {
  const error = await caughtFrom(() => routeWith(rule).for(yes).compareFaces(photographs));
  expect(error).toBeInstanceOf(TypeError);
});
