import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Check } from '../../../main/cli/doctor-check.ts';
import { checkCloudSettings } from '../../../main/cli/doctor-cloud.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { doubleKey, startCloudDouble } from '../../support/cloud-double/cloud-double.ts';
import { startTencentDouble, tencentAccount } from '../../support/cloud-double/tencent-double.ts';

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

const checksOf = (cloud: object, route = 'cloud'): Promise<readonly Check[]> =>
  checkCloudSettings(settingsSchema.parse({ engine: { route, cloud } }).engine);

const cloudauthAt = async (
  options?: Parameters<typeof startCloudDouble>[0],
): Promise<{ readonly endpoint: string }> => {
  const double = await startCloudDouble(options);
  open.push(double);
  return { endpoint: double.endpoint };
};

/** A service whose `Date` differs from this computer's by so much. */
const cloudauthDated = async (aheadMs: number) => {
  const double = await startCloudDouble({ isUnchecked: true });
  open.push(double);
  double.answerWith({
    kind: 'error',
    status: 400,
    code: 'InvalidParam.ImageTypeEmpty',
    headers: { date: new Date(Date.now() - aheadMs).toUTCString() },
  });
  return { endpoint: double.endpoint };
};

describe('the doctor', () => {
  test('has nothing to say of a cloud where this machine alone compares', async () => {
    expect(await checksOf({}, 'local')).toEqual([]);
  });

  test('finds key and clock in order', async () => {
    const checks = await checksOf(await cloudauthAt());
    expect(checks).toMatchObject([
      { name: 'cloud', state: 'ok' },
      { name: 'clock', state: 'ok' },
    ]);
  });

  test('finds a key that is refused', async () => {
    const checks = await checksOf(
      await cloudauthAt({ key: { id: doubleKey.id, secret: 'other' } }),
    );
    expect(checks[0]).toMatchObject({ state: 'problem', code: 'cloud.credentials-refused' });
  });

  test('finds a key that is missing', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', undefined);
    expect(await checksOf(await cloudauthAt())).toMatchObject([
      { name: 'cloud', state: 'problem', code: 'cloud.no-credentials' },
    ]);
  });

  test('does not blame the settings for a service that is out of order', async () => {
    const double = await startCloudDouble({ isUnchecked: true });
    open.push(double);
    double.answerWith({ kind: 'error', status: 503, code: 'ServiceUnavailable' });
    const checks = await checksOf({ endpoint: double.endpoint });
    expect(checks[0]).toMatchObject({ state: 'note', code: 'cloud.unavailable' });
  });

  test.each([
    [60_000, 'note', 'fast', '快'],
    [-60_000, 'note', 'slow', '慢'],
    [600_000, 'problem', 'fast', '快'],
    [-600_000, 'problem', 'slow', '慢'],
  ])('finds a clock that is %d ms ahead', async (aheadMs, state, en, zh) => {
    const clock = (await checksOf(await cloudauthDated(aheadMs))).find(
      ({ name }) => name === 'clock',
    );
    expect(clock?.state).toBe(state);
    expect(clock?.says.en).toContain(`s ${en}`);
    expect(clock?.says.zh).toContain(zh);
  });

  test('says that Tencent’s scores mean nothing without the site’s table', async () => {
    const double = await startTencentDouble();
    open.push(double);
    const tencent = { endpoint: double.endpoint, appId: tencentAccount.appId };
    const without = await checksOf({ provider: 'tencent', tencent });
    expect(without).toMatchObject([
      { name: 'cloud', state: 'ok' },
      { name: 'clock', state: 'ok' },
      { name: 'site table', state: 'note' },
    ]);
    const siteTable = { origin: 'the house, 2026', points: [{ far: 0.001, similarity: 80 }] };
    const withTable = await checksOf({ provider: 'tencent', tencent: { ...tencent, siteTable } });
    expect(withTable[2]).toMatchObject({ state: 'ok', says: { en: 'the house, 2026' } });
  });

  test.each([
    ['an AppID', { provider: 'tencent' }, 'cloud.no-app-id'],
    ['certificates', { caFile: '/no/such/file.pem' }, 'cloud.ca-unreadable'],
  ])('cannot ask without %s', async (_, cloud, code) => {
    await expect(checksOf(cloud)).rejects.toMatchObject({ code });
  });
});
