import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { TencentError } from '../../../main/cloud/tencent-error.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import { caughtFrom } from './caught-from.ts';
import { photographs } from './photographs.ts';
import { no, resultOf, routeWith, yes } from './sample-routes.ts';

describe('the route', () => {
  test.each([
    ['local', yes],
    ['local', no],
    ['cloud-with-local-fallback', no],
    ['local-then-cloud', no],
  ] as const)(
    '%s, consent %j: this machine answers, and nobody else is asked',
    async (name, consent) => {
      const route = routeWith(name);
      expect(await route.for(consent).compareFaces(photographs)).toEqual(resultOf('local', 95));
      expect(route.consents).toEqual([]);
      expect(route.fallbacks).toEqual([]);
    },
  );

  test.each(['cloud', 'cloud-with-local-fallback'] as const)(
    '%s, with consent: the cloud answers, and the rule stands beside it',
    async (rule) => {
      const route = routeWith(rule);
      const result = resultOf('cloudauth', 95);
      expect(await route.for(yes).compareFaces(photographs)).toEqual({
        ...result,
        routing: { rule, answers: [{ engine: 'cloudauth', result }] },
      });
      expect(route.consents).toEqual([yes]);
      expect(route.asked).toEqual(['cloudauth']);
      expect(route.fallbacks).toEqual([]);
    },
  );

  test.each(['cloud', 'both-agree'] as const)(
    '%s is closed to a guest who did not agree',
    (name) => {
      const route = routeWith(name);
      expect(() => route.for(no)).toThrow(expect.objectContaining({ code: 'cloud.no-consent' }));
      expect(route.consents).toEqual([]);
    },
  );

  test('asks for consent where pictures may leave the machine', () => {
    const asks = (
      ['local', 'cloud', 'cloud-with-local-fallback', 'local-then-cloud', 'both-agree'] as const
    ).map((name) => routeWith(name).asksForCloudConsent);
    expect(asks).toEqual([false, true, true, true, true]);
  });
});

describe('the fallback', () => {
  test.each([
    new CloudError('cloud.unreachable', { host: 'cloud.example', reason: 'ECONNREFUSED' }),
    new CloudError('cloud.untrusted', { host: 'cloud.example', reason: 'CERT_HAS_EXPIRED' }),
    new CloudError('cloud.timed-out', { afterMs: 8000 }),
    new CloudError('cloud.resting', { seconds: 30 }),
    new CloudError('cloud.unavailable', { code: 'HTTP 503' }),
    new CloudError('cloud.throttled', { code: 'Throttling.User' }),
    new CompareFacesError('Error.InternalError'),
    new CompareFacesError('Error.CompareFacesError'),
    new TencentError('15'),
    new TencentError('107'),
    new TencentError('213'),
  ])('compares here, and tells why: $code', async (failure) => {
    const route = routeWith('cloud-with-local-fallback', { cloud: failure });
    const result = await route.for(yes).compareFaces(photographs);
    const local = resultOf('local', 95);
    const failed = { engine: 'cloudauth', error: failure.toJSON() };
    expect(result).toEqual({
      ...local,
      fellBackFrom: failed,
      routing: {
        rule: 'cloud-with-local-fallback',
        answers: [failed, { engine: 'local', result: local }],
      },
    });
    expect(route.fallbacks).toEqual([['cloudauth', failure.code]]);
  });

  test.each([
    new CompareFacesError('Error.NoFaceDetected', { which: 'target' }),
    new CompareFacesError('Error.NoPermissionAccess'),
    new CompareFacesError('InvalidParam.ImageValuePatternError'),
    new CloudError('cloud.no-credentials', { missing: ['ALIBABA_CLOUD_ACCESS_KEY_ID'] }),
    new CloudError('cloud.credentials-refused', { code: 'SignatureDoesNotMatch' }),
    new CloudError('cloud.clock-wrong', { code: 'InvalidTimeStamp.Expired' }),
    new CloudError('cloud.refused', { code: 'InvalidVersion' }),
    new CloudError('cloud.bad-reply', { part: 'JSON' }),
    new CloudError('cloud.image-too-large', { which: 'source', bytes: 3, limit: 2 }),
    new TencentError('9'),
    new TencentError('14'),
    new TencentError('24'),
    new TencentError('25'),
    new TencentError('-1102', { which: 'source' }),
    new FaceError('image.not-an-image'),
    new TypeError('a defect of ours'),
  ])('does not hide an answer or a fault: %s', async (failure) => {
    const route = routeWith('cloud-with-local-fallback', { cloud: failure });
    expect(await caughtFrom(() => route.for(yes).compareFaces(photographs))).toBe(failure);
    expect(route.fallbacks).toEqual([]);
    expect(route.asked).toEqual(['cloudauth']);
  });

  test('is none where the site wants the cloud alone', async () => {
    const cloud = new CloudError('cloud.unreachable');
    const route = routeWith('cloud', { cloud });
    expect(await caughtFrom(() => route.for(yes).compareFaces(photographs))).toBe(cloud);
  });

  test('that finds no face says so, and the failure before it is still told', async () => {
    const local = new CompareFacesError('Error.NoFaceDetected');
    const cloud = new CloudError('cloud.unreachable');
    const route = routeWith('cloud-with-local-fallback', { cloud, local });
    expect(await caughtFrom(() => route.for(yes).compareFaces(photographs))).toBe(local);
    expect(route.fallbacks).toEqual([['cloudauth', 'cloud.unreachable']]);
  });
});
