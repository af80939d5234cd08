import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import type { CloudConsent, CloudEngine } from '../../../main/cloud/consent.ts';
import { createRoute, type RouteName } from '../../../main/cloud/route.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesResult } from '../../../main/compare/contract.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import { caughtFrom } from './caught-from.ts';
import { photographs } from './photographs.ts';

const yes = { toCloud: true } as const;
const no = { toCloud: false } as const;

/** Says its name, or fails. */
const engineThat = (name: string, failure?: Error): CompareEngine => ({
  name,
  compareFaces: () => (failure ? Promise.reject(failure) : Promise.resolve(resultOf(name))),
});

const resultOf = (engine: string): CompareFacesResult => ({
  similarityScore: 95,
  confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
  operatingPoints: [],
  engine,
});

interface Faults {
  readonly local?: Error;
  readonly cloud?: Error;
}

const routeWith = (route: RouteName, faults: Faults = {}) => {
  const consents: CloudConsent[] = [];
  const fallbacks: (readonly [engine: string, code: string])[] = [];
  const cloud: CloudEngine = {
    name: 'cloudauth',
    for: (consent) => {
      consents.push(consent);
      return engineThat('cloudauth', faults.cloud);
    },
  };
  const onFallback = (engine: string, error: { readonly code: string }): void => {
    fallbacks.push([engine, error.code]);
  };
  const local = engineThat('local', faults.local);
  return { ...createRoute(route, { local, cloud, onFallback }), consents, fallbacks };
};

describe('the route', () => {
  test.each([
    ['local', yes, 'local'],
    ['local', no, 'local'],
    ['cloud', yes, 'cloudauth'],
    ['cloud-with-local-fallback', yes, 'cloudauth'],
    ['cloud-with-local-fallback', no, 'local'],
  ] as const)('%s, consent %j: %s answers', async (name, consent, engine) => {
    const route = routeWith(name);
    const result = await route.for(consent).compareFaces(photographs);
    expect(result).toEqual(resultOf(engine));
    expect(route.consents).toEqual(engine === 'cloudauth' ? [yes] : []);
    expect(route.fallbacks).toEqual([]);
  });

  test('to the cloud alone is closed to a guest who did not agree', () => {
    const route = routeWith('cloud');
    expect(() => route.for(no)).toThrow(expect.objectContaining({ code: 'cloud.no-consent' }));
    expect(route.consents).toEqual([]);
  });

  test('asks for consent where pictures may leave the machine', () => {
    const asks = (['local', 'cloud', 'cloud-with-local-fallback'] as const).map(
      (name) => routeWith(name).asksForCloudConsent,
    );
    expect(asks).toEqual([false, true, true]);
  });
});

describe('the fallback', () => {
  test.each([
    new CloudError('cloud.unreachable', { host: 'cloud.example', reason: 'ECONNREFUSED' }),
    new CloudError('cloud.untrusted', { host: 'cloud.example', reason: 'CERT_HAS_EXPIRED' }),
    new CloudError('cloud.timed-out', { afterMs: 8000 }),
    new CloudError('cloud.unavailable', { code: 'HTTP 503' }),
    new CloudError('cloud.throttled', { code: 'Throttling.User' }),
    new CompareFacesError('Error.InternalError'),
    new CompareFacesError('Error.CompareFacesError'),
  ])('compares here, and tells why: $code', async (failure) => {
    const route = routeWith('cloud-with-local-fallback', { cloud: failure });
    const result = await route.for(yes).compareFaces(photographs);
    expect(result).toEqual({
      ...resultOf('local'),
      fellBackFrom: { engine: 'cloudauth', error: failure.toJSON() },
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
    new FaceError('image.not-an-image'),
    new TypeError('a defect of ours'),
  ])('does not hide an answer or a fault: %s', async (failure) => {
    const route = routeWith('cloud-with-local-fallback', { cloud: failure });
    expect(await caughtFrom(() => route.for(yes).compareFaces(photographs))).toBe(failure);
    expect(route.fallbacks).toEqual([]);
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
