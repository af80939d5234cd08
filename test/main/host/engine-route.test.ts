import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasCloudCredentials } from '../../../main/host/cloud-engine.ts';
import { engineRoute } from '../../../main/host/engine-route.ts';
import type { CompareEngine, CompareFacesRequest } from '../../../main/compare/contract.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import {
  doubleKey,
  startCloudDouble,
  type CloudDouble,
} from '../../support/cloud-double/cloud-double.ts';
import { startTencentDouble, tencentAccount } from '../../support/cloud-double/tencent-double.ts';
import { photographs } from '../cloud/photographs.ts';
import { resultOf } from '../cloud/sample-routes.ts';

let double: CloudDouble;
beforeEach(async () => {
  double = await startCloudDouble();
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', doubleKey.id);
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', doubleKey.secret);
  vi.stubEnv('TENCENTCLOUD_SECRET_ID', tencentAccount.secretId);
  vi.stubEnv('TENCENTCLOUD_SECRET_KEY', tencentAccount.secretKey);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await double.close();
});

const local: CompareEngine = {
  name: 'local',
  compareFaces: () => Promise.resolve(resultOf('local', 80)),
};
const request = { ...photographs, judgedBy: { far: 0.001, review: true, attempts: 1 } };
const open = (
  route: string,
  cloud: object = { endpoint: double.endpoint },
  here: CompareEngine = local,
) => {
  const { engine } = settingsSchema.parse({ engine: { route, cloud: { timeout: 500, ...cloud } } });
  const told: string[] = [];
  const parts = engineRoute(engine, here, {
    onFallback: ({ code }) => told.push(code),
    onCloudAnswer: () => told.push('answer'),
  });
  return { ...parts, told };
};

describe('the engine a guest gets', () => {
  it('is this machine’s on the local route, and nobody is asked for more', () => {
    const { engineFor, asksForCloud } = open('local');
    expect(asksForCloud).toBe(false);
    expect(engineFor({ cloud: false })).toBe(local);
    expect(engineFor({ cloud: true })).toBe(local);
  });

  it.each(['cloud', 'cloud-with-local-fallback'])(
    'is the cloud’s for a guest who agreed, on the route %s',
    async (route) => {
      double.answerWith({ kind: 'score', score: 91.5 });
      const { engineFor, asksForCloud, told } = open(route);
      expect(asksForCloud).toBe(true);
      const result = await engineFor({ cloud: true }).compareFaces(request);
      expect(result).toMatchObject({ engine: 'cloudauth', similarityScore: 91.5 });
      expect(result).not.toHaveProperty('fellBackFrom');
      expect(told).toEqual(['answer']);
    },
  );

  it('is that of the cloud the settings name', async () => {
    const other = await startTencentDouble();
    const siteTable = { origin: 'the house', points: [{ far: 0.001, similarity: 80 }] };
    const tencent = { endpoint: other.endpoint, appId: tencentAccount.appId, siteTable };
    const { engineFor } = open('cloud', { provider: 'tencent', tencent });
    expect(await engineFor({ cloud: true }).compareFaces(request)).toMatchObject({
      engine: 'tencent',
      calibration: 'site: the house',
      routing: { rule: 'cloud' },
    });
    await other.close();
  });

  it.each(['cloud', 'both-agree'])(
    'is nobody’s for a guest who did not agree, on the route %s',
    (route) => {
      const { engineFor } = open(route);
      expect(() => engineFor({ cloud: false })).toThrow(
        expect.objectContaining({ code: 'cloud.no-consent' }) as Error,
      );
      expect(double.calls).toEqual([]);
    },
  );

  it.each(['cloud-with-local-fallback', 'local-then-cloud'])(
    'is this machine’s for a guest who did not agree, on the route %s',
    (route) => {
      expect(open(route).engineFor({ cloud: false })).toBe(local);
    },
  );

  it('is this machine’s when the cloud cannot be reached, which is told', async () => {
    const gone = await startCloudDouble();
    await gone.close();
    const { engineFor, told } = open('cloud-with-local-fallback', { endpoint: gone.endpoint });
    const result = await engineFor({ cloud: true }).compareFaces(request);
    expect(result).toMatchObject({
      engine: 'local',
      fellBackFrom: { engine: 'cloudauth', error: { code: told[0] } },
    });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^cloud\./);
  });

  it('asks the cloud where the score lies in the review band, and tells where that fails', async () => {
    const { engineFor, told } = open('local-then-cloud');
    const engine = engineFor({ cloud: true });
    expect(await engine.compareFaces(request)).toMatchObject({ engine: 'cloudauth' });
    double.answerWith({ kind: 'error', status: 404, code: 'InvalidAccessKeyId.NotFound' });
    expect(await engine.compareFaces(request)).toMatchObject({ engine: 'local' });
    expect(told).toEqual(['answer', 'cloud.credentials-refused']);
  });

  it('is sent one photograph of the guest by any cloud, however many this machine compares', async () => {
    const asked: CompareFacesRequest[] = [];
    const fusing: CompareEngine = {
      name: 'local',
      compareFaces: (given) => {
        asked.push(given);
        return Promise.resolve({ ...resultOf('local', 75), framesUsed: 2 });
      },
    };
    const other = await startTencentDouble();
    const tencent = { endpoint: other.endpoint, appId: tencentAccount.appId };
    const further = Buffer.concat([photographs.target.image, Buffer.from('another')]);
    const moment = { quality: 1, furtherFrames: [{ image: further, quality: 0.5 }] };
    const ofMoment = { ...request, moment };
    const review = open('local-then-cloud', undefined, fusing).engineFor({ cloud: true });
    expect(await review.compareFaces(ofMoment)).toMatchObject({
      engine: 'cloudauth',
      routing: { answers: [{ result: { framesUsed: 2 } }, { engine: 'cloudauth' }] },
    });
    const alone = open('cloud', { provider: 'tencent', tencent }).engineFor({ cloud: true });
    expect(await alone.compareFaces(ofMoment)).not.toHaveProperty('framesUsed');
    expect(asked).toEqual([ofMoment]);
    expect([double.calls.length, other.calls.length]).toEqual([1, 1]);
    const base64 = Buffer.from(photographs.target.image).toString('base64');
    expect(double.calls[0]?.parameters['TargetImageValue']).toBe(`base64://${base64}`);
    expect(JSON.stringify(double.calls)).not.toContain(further.toString('base64'));
    const parts = Object.values(other.calls[0]?.parts ?? {});
    const files = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.bytes]));
    expect(files).toEqual([photographs.source.image, photographs.target.image]);
    await other.close();
  });

  it('leaves a cloud alone for the next guest that failed for those before', async () => {
    double.answerWith({ kind: 'error', status: 503, code: 'ServiceUnavailable' });
    const { engineFor } = open('cloud-with-local-fallback', {
      endpoint: double.endpoint,
      timeout: 8000,
    });
    for (let guest = 0; guest < 4; guest++) await engineFor({ cloud: true }).compareFaces(request);
    // Two tries each for three guests, none for the fourth.
    expect(double.calls).toHaveLength(6);
  });
});

describe('credentials for a cloud', () => {
  it('are there if the environment has those of the provider', () => {
    expect(hasCloudCredentials('cloudauth')).toBe(true);
    vi.stubEnv('TENCENTCLOUD_SECRET_KEY', undefined);
    expect(hasCloudCredentials('tencent')).toBe(false);
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', '');
    expect(hasCloudCredentials('cloudauth')).toBe(false);
  });
});
