import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { tencentCodes } from '../../../main/cloud/tencent-codes.ts';
import { TencentError } from '../../../main/cloud/tencent-error.ts';
import { readTencentReply } from '../../../main/cloud/tencent-reply.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { isWitnessError } from '../../../main/errors/witness-error.ts';
import { caughtFrom } from './caught-from.ts';

const reply = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
const ok = (similarity: unknown) =>
  reply({ data: { similarity, session_id: '' }, code: 0, message: 'OK' });
const refusal = (code: unknown, data: object = {}, message = '') =>
  caughtFrom(() => readTencentReply(reply({ code, message, data })));

describe('a reply with a similarity', () => {
  test.each([
    [100, 100],
    [0, 0],
    ['87.5', 87.5],
    [0.98, 0.98],
  ])('%j is taken as it comes', (given, similarity) => {
    expect(readTencentReply(ok(given))).toBe(similarity);
  });

  test('counts whatever its status, since the service goes by the code', () => {
    expect(readTencentReply({ ...ok(90), status: 400 })).toBe(90);
    expect(readTencentReply(reply({ code: '0', data: { similarity: 90 } }))).toBe(90);
  });

  test.each([undefined, null, '', 'much', -1, 100.1, {}, true])(
    'cannot be understood with %j',
    async (similarity) => {
      const error = await caughtFrom(() => readTencentReply(ok(similarity)));
      expect(error).toMatchObject({ code: 'cloud.bad-reply', data: { part: 'similarity' } });
    },
  );
});

describe('a refusal', () => {
  test.each(tencentCodes.filter((code) => code !== 'account-stopped' && code !== '-1101'))(
    '%s is an error of its own',
    async (code) => {
      const error = await refusal(Number(code), { session_id: 'abc-1', fail_flag: 2 });
      expect(error).toBeInstanceOf(TencentError);
      expect(error).toMatchObject({
        code: `cloud.tencent.${code}`,
        data: { which: 'target', requestId: 'abc-1' },
      });
    },
  );

  test.each([
    [1, 'source'],
    ['1', 'source'],
    [2, 'target'],
    ['2', 'target'],
    [0, undefined],
    [undefined, undefined],
    ['both', undefined],
  ])('names the photograph that fail_flag %j means', async (fail_flag, which) => {
    const error = (await refusal(-1102, { fail_flag })) as TencentError;
    expect(error.data['which']).toBe(which);
  });

  test('without a face is what every engine says, so that another frame may be tried', async () => {
    const error = await refusal(-1101, { fail_flag: 2 });
    expect(error).toBeInstanceOf(CompareFacesError);
    expect(error).toMatchObject({
      code: 'Error.NoFaceDetected',
      data: { which: 'target' },
      cause: { code: 'cloud.tencent.-1101' },
    });
  });

  test('for debt is told from other wrong requests by its message', async () => {
    expect(await refusal(3, {}, 'account abnormal,errorno is:2')).toMatchObject({
      code: 'cloud.tencent.account-stopped',
    });
    expect(await refusal(3, {}, 'bad request')).toMatchObject({ code: 'cloud.tencent.3' });
  });

  test('with a code nobody knows is told by its number', async () => {
    expect(await refusal(-9999)).toMatchObject({ code: 'cloud.refused', data: { code: '-9999' } });
  });

  test('passes on nothing the service says but code and session', async () => {
    const error = await refusal(14, { session_id: 'base64:// and more', other: 'x' }, 'secret');
    expect(JSON.stringify(error)).not.toMatch(/secret|base64/);
  });
});

describe('what is no reply of this service', () => {
  test.each([
    [200, '<html>', 'cloud.bad-reply'],
    [200, '', 'cloud.bad-reply'],
    [200, '[]', 'cloud.bad-reply'],
    [200, '{"code":"none"}', 'cloud.bad-reply'],
    [200, '{"code":1.5}', 'cloud.bad-reply'],
    [302, '', 'cloud.bad-reply'],
    [404, '<html>', 'cloud.refused'],
    [429, '', 'cloud.throttled'],
    [502, '<html>', 'cloud.unavailable'],
    [503, '{"message":"no code"}', 'cloud.unavailable'],
  ])('status %d with %j', async (status, body, code) => {
    const error = await caughtFrom(() => readTencentReply({ status, body }));
    expect(error).toBeInstanceOf(CloudError);
    expect(error).toMatchObject({ code });
  });

  test('is never a defect of ours, and never a score', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 200, max: 599 }), (body, status) => {
        try {
          const similarity = readTencentReply({ status, body });
          expect(similarity).toBeGreaterThanOrEqual(0);
          expect(similarity).toBeLessThanOrEqual(100);
        } catch (caught) {
          expect(isWitnessError(caught)).toBe(true);
        }
      }),
    );
  });
});
