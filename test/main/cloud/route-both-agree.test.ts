import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { TencentError } from '../../../main/cloud/tencent-error.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { decide } from '../../../main/compare/verdict.ts';
import { caughtFrom } from './caught-from.ts';
import { photographs } from './photographs.ts';
import { resultOf, routeWith, yes } from './sample-routes.ts';

const rule = 'both-agree';
const judgedBy = { far: 0.001 };
const request = { ...photographs, judgedBy };

describe('the verdict', () => {
  test.each([
    [95, 85, 'pass', 'local'],
    [75, 72, 'review', 'local'],
    [60, 20, 'fail', 'local'],
    [95, 75, 'review', 'cloudauth'],
    [95, 20, 'review', 'cloudauth'],
    [75, 95, 'review', 'local'],
    [20, 95, 'review', 'local'],
    [75, 20, 'review', 'cloudauth'],
  ])(
    'of %d here and %d there is %s, on the figures of %s',
    async (local, cloud, verdict, engine) => {
      const result = await routeWith(rule, { local, cloud }).for(yes).compareFaces(request);
      expect(result).toEqual({
        ...resultOf(engine, engine === 'local' ? local : cloud),
        routing: {
          rule,
          answers: [
            { engine: 'local', result: resultOf('local', local) },
            { engine: 'cloudauth', result: resultOf('cloudauth', cloud) },
          ],
        },
      });
      expect(decide(result, judgedBy).verdict).toBe(verdict);
    },
  );

  test('is no pass and nobody’s to review where the site has no reviews', async () => {
    const rules = { far: 0.001, review: false };
    const route = routeWith(rule, { local: 95, cloud: 75 });
    const result = await route.for(yes).compareFaces({ ...photographs, judgedBy: rules });
    expect(decide(result, rules)).toMatchObject({ verdict: 'fail', disagreed: true });
  });
});

describe('there is none', () => {
  test.each([
    new CloudError('cloud.unreachable'),
    new CloudError('cloud.bad-reply', { part: 'JSON' }),
    new TencentError('14'),
    new CompareFacesError('Error.InternalError'),
  ])('where the cloud gave no result: %s', async (cloud) => {
    const route = routeWith(rule, { cloud });
    const error = await caughtFrom(() => route.for(yes).compareFaces(request));
    expect(error).toMatchObject({
      code: 'cloud.not-both',
      data: { engine: 'cloudauth', other: 'local', error: cloud.code },
      cause: cloud,
    });
  });

  test.each([
    new CompareFacesError('Error.NoFaceDetected', { which: 'target' }),
    new TencentError('-1102', { which: 'source' }),
    new TypeError('a defect of ours'),
  ])('where the cloud says what is wrong with a photograph: %s', async (cloud) => {
    const route = routeWith(rule, { cloud });
    expect(await caughtFrom(() => route.for(yes).compareFaces(request))).toBe(cloud);
  });

  test('where this machine sees no face, and then nothing is sent', async () => {
    const local = new CompareFacesError('Error.NoFaceDetected', { which: 'target' });
    const route = routeWith(rule, { local });
    expect(await caughtFrom(() => route.for(yes).compareFaces(request))).toBe(local);
    expect(route.asked).toEqual(['local']);
  });

  test('where a score says nothing at this site', async () => {
    const cloud = { ...resultOf('tencent', 99), confidenceThresholds: {}, operatingPoints: [] };
    const route = routeWith(rule, { cloud });
    const error = await caughtFrom(() => route.for(yes).compareFaces(request));
    expect(error).toMatchObject({ code: 'verdict.no-thresholds', data: { score: 99 } });
  });
});
