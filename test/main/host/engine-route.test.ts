import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { hasCloudCredentials } from '../../../main/host/cloud-engine.ts';
import { engineRoute } from '../../../main/host/engine-route.ts';
import { settingsSchema, type Settings } from '../../../main/settings/settings.ts';
import { doubleKey, startCloudDouble } from '../../support/cloud-double/cloud-double.ts';
import { startTencentDouble, tencentAccount } from '../../support/cloud-double/tencent-double.ts';
import { photographs } from '../cloud/photographs.ts';
import { resultOf } from '../cloud/sample-routes.ts';

const open: { close: () => Promise<void> }[] = [];
beforeEach(() => {
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', doubleKey.id);
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', doubleKey.secret);
  vi.stubEnv('TENCENTCLOUD_SECRET_ID', tencentAccount.secretId);
  vi.stubEnv('TENCENTCLOUD_SECRET_KEY', tencentAccount.secretKey);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((double) => double.close()));
});

const local: CompareEngine = {
  name: 'local',
  compareFaces: () => Promise.resolve(resultOf('local', 80)),
};
const request = { ...photographs, judgedBy: { far: 0.001, review: true, attempts: 1 } };
const engineOf = (engine: object): Settings['engine'] => settingsSchema.parse({ engine }).engine;

describe('a guest', () => {
  test('is compared here where the settings name no cloud', () => {
    const route = engineRoute(engineOf({}), local, vi.fn());
    expect(route.asksForCloud).toBe(false);
    expect(route.engineFor({ cloud: false })).toBe(local);
  });

  test('who agreed is compared by the cloud the settings name', async () => {
    const double = await startTencentDouble();
    open.push(double);
    const { appId } = tencentAccount;
    const siteTable = { origin: 'the house', points: [{ far: 0.001, similarity: 80 }] };
    const tencent = { endpoint: double.endpoint, appId, siteTable };
    const settings = engineOf({ route: 'cloud', cloud: { provider: 'tencent', tencent } });
    const route = engineRoute(settings, local, vi.fn());
    expect(route.asksForCloud).toBe(true);
    expect(await route.engineFor({ cloud: true }).compareFaces(request)).toMatchObject({
      engine: 'tencent',
      calibration: 'site: the house',
      routing: { rule: 'cloud' },
    });
    expect(() => route.engineFor({ cloud: false })).toThrow(
      expect.objectContaining({ code: 'cloud.no-consent' }),
    );
  });

  test('whose score lies in the review band is compared again, and who is told where that fails', async () => {
    const double = await startCloudDouble();
    open.push(double);
    const cloud = { endpoint: double.endpoint };
    const onFallback = vi.fn();
    const route = engineRoute(engineOf({ route: 'local-then-cloud', cloud }), local, onFallback);
    const engine = route.engineFor({ cloud: true });
    expect(await engine.compareFaces(request)).toMatchObject({ engine: 'cloudauth' });
    expect(onFallback).not.toHaveBeenCalled();
    double.answerWith({ kind: 'error', status: 404, code: 'InvalidAccessKeyId.NotFound' });
    expect(await engine.compareFaces(request)).toMatchObject({ engine: 'local' });
    expect(onFallback).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'cloud.credentials-refused' }),
    );
  });
});

test('a cloud that failed for one guest is left alone for the next', async () => {
  const double = await startCloudDouble();
  open.push(double);
  double.answerWith({ kind: 'error', status: 503, code: 'ServiceUnavailable' });
  const cloud = { endpoint: double.endpoint };
  const settings = engineOf({ route: 'cloud-with-local-fallback', cloud });
  const route = engineRoute(settings, local, vi.fn());
  for (let guest = 0; guest < 4; guest++) {
    await route.engineFor({ cloud: true }).compareFaces(request);
  }
  // Two tries each for three guests, none for the fourth.
  expect(double.calls).toHaveLength(6);
});

describe('credentials', () => {
  test('are those of the provider', () => {
    vi.stubEnv('TENCENTCLOUD_SECRET_KEY', undefined);
    expect(hasCloudCredentials('cloudauth')).toBe(true);
    expect(hasCloudCredentials('tencent')).toBe(false);
  });
});
