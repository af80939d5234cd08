import { afterEach, describe, expect, test } from 'vitest';
import { createCloudCredentials } from '../../../main/cloud/credentials.ts';
import { checkCloudauth, checkTencent } from '../../../main/cloud/service-check.ts';
import { createTencentCredentials } from '../../../main/cloud/tencent-credentials.ts';
import { doubleKey, startCloudDouble } from '../../support/cloud-double/cloud-double.ts';
import {
  startTencentDouble,
  tencentAccount,
  type TencentAnswer,
} from '../../support/cloud-double/tencent-double.ts';
import { caughtFrom } from './caught-from.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((double) => double.close()));
});

const opened = async <Double extends { close: () => Promise<void> }>(
  starting: Promise<Double>,
): Promise<Double> => {
  const double = await starting;
  open.push(double);
  return double;
};

const cloudauthKey = (secret = doubleKey.secret) => ({
  credentials: () => createCloudCredentials({ accessKeyId: doubleKey.id, accessKeySecret: secret }),
});
const { appId, ...tencentKey } = tencentAccount;
const tencentOf = (secretKey = tencentKey.secretKey) => ({
  appId,
  credentials: () => createTencentCredentials({ ...tencentKey, secretKey }),
});
/** A moment that a service's `Date` can say to the second. */
const moment = Date.parse('2026-11-20T23:26:59Z');
const at = (ms: number) => ({
  now: () => new Date(ms),
  nonce: () => '0123456789abcdef0123456789abcdef',
  elapsed: () => 0,
  wait: () => Promise.resolve(),
});

describe('CloudAuth', () => {
  test('accepts key and clock, and is asked for no comparison', async () => {
    const double = await opened(startCloudDouble());
    const { endpoint } = double;
    const check = await checkCloudauth({ endpoint, ...cloudauthKey() });
    expect(check).toEqual({
      host: new URL(endpoint).host,
      clockAheadMs: expect.any(Number) as number,
    });
    expect(double.calls).toHaveLength(1);
    expect(double.calls[0]?.body).not.toContain('Image');
  });

  test.each([
    [400, 'InvalidParam.ImageTypeEmpty', undefined],
    [403, 'InvalidParam.ParamMissing', undefined],
    [400, 'MissingSourceImageType', undefined],
    [403, 'Error.NoPermissionAccess', 'Error.NoPermissionAccess'],
    [404, 'InvalidAccessKeyId.NotFound', 'cloud.credentials-refused'],
    [400, 'MissingTimestamp', 'cloud.refused'],
    [404, 'InvalidAction.NotFound', 'cloud.refused'],
    [503, 'ServiceUnavailable', 'cloud.unavailable'],
  ])('that answers %d %s: the problem is %s', async (status, code, problem) => {
    const double = await opened(startCloudDouble({ isUnchecked: true }));
    double.answerWith({ kind: 'error', status, code });
    const { endpoint } = double;
    const check = await checkCloudauth({ endpoint, source: at(moment), ...cloudauthKey() });
    expect(check.problem?.code).toBe(problem);
  });

  test('refuses a wrong key and a wrong clock', async () => {
    const late = { now: () => new Date(Date.now() + 20 * 60_000) };
    const [double, slow] = [await opened(startCloudDouble()), await opened(startCloudDouble(late))];
    const wrongKey = await checkCloudauth({ endpoint: double.endpoint, ...cloudauthKey('other') });
    expect(wrongKey.problem).toMatchObject({ code: 'cloud.credentials-refused' });
    const wrongClock = await checkCloudauth({ endpoint: slow.endpoint, ...cloudauthKey() });
    expect(wrongClock.problem).toMatchObject({ code: 'cloud.clock-wrong' });
  });

  test('that is not there is a problem, not a failure of the check', async () => {
    const double = await startCloudDouble();
    await double.close();
    const source = at(moment);
    const check = await checkCloudauth({ endpoint: double.endpoint, source, ...cloudauthKey() });
    expect(check).toMatchObject({ problem: { code: 'cloud.unreachable' } });
    expect(check).not.toHaveProperty('clockAheadMs');
  });
});

describe('Tencent', () => {
  test('accepts the key, and is asked for no comparison', async () => {
    const double = await opened(startTencentDouble());
    const check = await checkTencent({ endpoint: double.endpoint, ...tencentOf() });
    expect(check).not.toHaveProperty('problem');
    expect(double.calls.map((call) => call.parts)).toEqual([{ appid: appId }]);
  });

  test('refuses a wrong key', async () => {
    const double = await opened(startTencentDouble());
    const check = await checkTencent({ endpoint: double.endpoint, ...tencentOf('other') });
    expect(check.problem).toMatchObject({ code: 'cloud.tencent.14' });
  });

  test('is not asked without an AppID', async () => {
    const error = await caughtFrom(() => checkTencent({ ...tencentOf(), appId: '' }));
    expect(error).toMatchObject({ code: 'cloud.no-app-id' });
  });
});

describe('the clock', () => {
  const dated = (date: string): TencentAnswer => ({
    kind: 'raw',
    status: 200,
    body: '{"code":-1301}',
    headers: { date },
  });

  test.each([
    [0, 'Fri, 20 Nov 2026 23:26:59 GMT'],
    [90_000, 'Fri, 20 Nov 2026 23:25:29 GMT'],
    [-600_000, 'Fri, 20 Nov 2026 23:36:59 GMT'],
  ])('is %d ms ahead of a service that says %s', async (clockAheadMs, date) => {
    const now = () => new Date(moment);
    const double = await opened(startTencentDouble({ now, isUnchecked: true }));
    double.answerWith(dated(date));
    const source = at(moment);
    const check = await checkTencent({ endpoint: double.endpoint, source, ...tencentOf() });
    expect(check).toEqual({ host: new URL(double.endpoint).host, clockAheadMs });
  });
});
