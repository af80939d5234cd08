import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTencentCode, tencentEntry } from '../../../main/cloud/tencent-codes.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { EngineError } from '../../../main/engine/engine-error.ts';
import { tencentCatalogue, type TencentCode } from '../../../main/gateway/tencent-refusal.ts';
import { capturedPair, capturedRequests } from './captured/tencent-requests.ts';
import { engineThat, picture } from './support/colour-engine.ts';
import { send, type Received, type Sent } from './support/send.ts';
import { multipart, tencentAuthorization, tencentCall } from './support/sign.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

let gateway: TestGateway;
let red: Buffer;
let green: Buffer;
let black: Buffer;

beforeAll(async () => {
  gateway = await startTestGateway();
  [red, green, black] = (await Promise.all(
    ['#f00', '#0f0', '#000'].map((one) => picture(one)),
  )) as [Buffer, Buffer, Buffer];
});

afterAll(() => gateway.close());

/** Every code that some test has seen come out of a gateway. */
const seen = new Set<string>();

const expectCode = (
  reply: Received,
  code: TencentCode,
  failFlag?: 1 | 2,
  status?: number,
): void => {
  const { data, code: given, message } = reply.json();
  expect({ status: reply.status, code: given, message, failFlag: data.fail_flag }).toEqual({
    status: status ?? tencentCatalogue[code].httpStatus,
    code: Number(code),
    message: tencentCatalogue[code].what.zh,
    failFlag,
  });
  expect(data.session_id).toMatch(/^[0-9A-F-]{36}$/);
  expect(reply.headers['content-type']).toBe('application/json');
  seen.add(code);
};

const now = (): number => Math.floor(Date.now() / 1000);

/** A request with two good photographs, signed with other fields. */
const signedWith = (
  fields: Readonly<Record<string, string | number | undefined>>,
  secret?: string,
): Sent =>
  tencentCall(
    [
      ['imageA', red],
      ['imageB', red],
    ],
    tencentAuthorization(fields, secret),
  );

const json = (value: unknown, authorization = tencentAuthorization()): Sent => ({
  path: '/face/compare',
  headers: { 'content-type': 'application/json', authorization },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});

describe('a comparison', () => {
  test('has the similarity and code 0', async () => {
    const reply = await send(
      gateway.port,
      tencentCall([
        ['imageA', red],
        ['imageB', red],
      ]),
    );
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/json']);
    expect(reply.json()).toEqual({
      data: { similarity: 98.7913, session_id: expect.any(String) as string },
      code: 0,
      message: 'OK',
    });
  });

  test('may be asked for again with the same signature, as long as it lasts', async () => {
    const authorization = tencentAuthorization();
    for (const [other, similarity] of [
      [red, 98.7913],
      [green, 12.5],
    ] as const) {
      const call = tencentCall(
        [
          ['imageB', other],
          ['imageA', red],
        ],
        authorization,
      );
      expect((await send(gateway.port, call)).json().data.similarity).toBe(similarity);
    }
  });

  test('takes an appid written as a number, and a part with a stray semicolon', async () => {
    const { type, body } = multipart([
      ['imageA', red],
      ['imageB', red],
    ]);
    const stray = Buffer.from(
      `------gateway-test-boundary\r\nContent-Disposition: form-data; name="appid";\r\n\r\n${capturedPair.appId}\r\n`,
    );
    const headers = { 'content-type': type, authorization: tencentAuthorization() };
    const call = { path: '/face/compare', headers, body: Buffer.concat([stray, body]) };
    expect((await send(gateway.port, call)).json().code).toBe(0);
    const urls = { appid: Number(capturedPair.appId), urlA: 'http://a.example/a.jpg' };
    // Past the signature and the appid, the address is what is refused.
    expectCode(await send(gateway.port, json(urls)), '-1308', 1);
  });

  test('is served at its path whatever the host, and at a whole address', async () => {
    const call = tencentCall([
      ['imageA', red],
      ['imageB', red],
    ]);
    const headers = { ...call.headers, host: 'recognition.image.myqcloud.com' };
    const path = 'http://recognition.image.myqcloud.com/face/compare';
    expect((await send(gateway.port, { ...call, headers, path })).json().code).toBe(0);
  });
});

describe('requests of four SDKs', () => {
  test.each(capturedRequests.map((one) => [one.name, one] as const))(
    '%s: only its picture stubs and made-up addresses are at fault',
    async (name, { headers, body, at }) => {
      const then = await startTestGateway({ now: () => new Date(at * 1000) });
      const sent = { path: '/face/compare', headers, body: Buffer.from(body, 'base64') };
      const reply = await send(then.port, sent);
      const isUrlFirst = name.includes('two URLs');
      if (isUrlFirst) expectCode(reply, '-1308', 1);
      else if (name.includes('URL')) expectCode(reply, '-1308', 2);
      else expectCode(reply, '-1102', 1);
      await then.close();
    },
  );
});

describe('the codes of face/compare', () => {
  test('3 for another path, method or type, or a broken body', async () => {
    expectCode(await send(gateway.port, { path: '/face/identify' }), '3', undefined, 404);
    const other = await send(gateway.port, { path: '/face/compare', method: 'GET' });
    expectCode(other, '3', undefined, 405);
    expect(other.headers.allow).toBe('POST');
    const { type, body } = multipart([['imageA', red]]);
    for (const [contentType, sent] of [
      [undefined, '{}'],
      ['text/plain', '{}'],
      ['rubbish', '{}'],
      ['application/json', '{"appid": '],
      ['application/json', '[]'],
      ['application/json', 'null'],
      ['application/json', ''],
      ['multipart/form-data', body],
      ['multipart/form-data; boundary=', body],
      ['multipart/mixed; boundary=x', body],
      [type, body.subarray(0, body.length - 10)],
      [type, body.subarray(0, 90)],
      [type, ''],
    ] as const) {
      const headers = {
        authorization: tencentAuthorization(),
        ...(contentType !== undefined && { 'content-type': contentType }),
      };
      expectCode(await send(gateway.port, { path: '/face/compare', headers, body: sent }), '3');
    }
  });

  test('23 for a body of more than 8 MB', async () => {
    const call = tencentCall([['imageA', Buffer.alloc(8 * 1024 * 1024)]]);
    expectCode(await send(gateway.port, call), '23');
  });

  test('23 for a photograph of a byte more than 2 MB, and not for 2 MB', async () => {
    const padded = (bytes: number): Buffer =>
      Buffer.concat([red, Buffer.alloc(bytes - red.length)]);
    const most = tencentCall([
      ['imageA', red],
      ['imageB', padded(2 * 1024 * 1024)],
    ]);
    expect((await send(gateway.port, most)).json().code).toBe(0);
    const more = tencentCall([
      ['imageA', red],
      ['imageB', padded(2 * 1024 * 1024 + 1)],
    ]);
    expectCode(await send(gateway.port, more), '23', 2);
  });

  test('4 without a signature', async () => {
    const { headers: _, ...call } = json({});
    const headers = { 'content-type': 'application/json' };
    expectCode(await send(gateway.port, { ...call, headers }), '4');
    expectCode(await send(gateway.port, json({}, '')), '4');
  });

  test.each([
    ['no Base64', 'not Base64!'],
    ['Base64 for addresses', tencentAuthorization().replace(/.$/, '_')],
    ['a scheme before it', `Basic ${tencentAuthorization()}`],
    ['no more than a digest', Buffer.alloc(20).toString('base64')],
    ['a text without the app', tencentAuthorization({ a: undefined })],
    ['a text without the key', tencentAuthorization({ k: undefined })],
    ['a text without the end', tencentAuthorization({ e: undefined })],
    ['a text without the beginning', tencentAuthorization({ t: undefined })],
    ['a field twice', tencentAuthorization({ 'r=1&r': 2 })],
    ['an end that is no number', tencentAuthorization({ e: '1e9' })],
    ['a negative beginning', tencentAuthorization({ t: '-5' })],
  ])('5 for %s', async (_, authorization) => {
    expectCode(await send(gateway.port, json({}, authorization)), '5');
  });

  test('5 for a signature that is good for once, which is refused as it comes', async () => {
    expectCode(await send(gateway.port, signedWith({ e: 0, f: '/1250000000/bucket/x.jpg' })), '5');
  });

  test('13 the second time, where signatures that are good for once are taken', async () => {
    const settings = { tencent: { singleUseSignatures: true } };
    const other = await startTestGateway({ settings });
    const call = signedWith({ e: 0, f: '/1250000000/bucket/x.jpg' });
    expect((await send(other.port, call)).json().code).toBe(0);
    expectCode(await send(other.port, call), '13');
    expectCode(await send(other.port, signedWith({ e: 0, t: now() - 1000, f: 'x' })), '9');
    expectCode(await send(other.port, signedWith({ e: 0 })), '5');
    await other.close();
  });

  test('6 for the body of another app', async () => {
    expectCode(await send(gateway.port, json({ appid: '1250000001' })), '6');
  });

  test('21 without an appid, and for what cannot be a parameter', async () => {
    for (const body of [{}, { appid: '' }, { appid: null }, { appid: ['1'] }, { urlA: {} }]) {
      expectCode(await send(gateway.port, json(body)), '21');
    }
    const twice = tencentCall([
      ['imageA', red],
      ['imageB', red],
      ['imageA', green],
    ]);
    expectCode(await send(gateway.port, twice), '21');
  });

  test.each([
    ['that is over', { e: now() - 1, t: now() - 100 }],
    ['that ends as it begins', { e: now() + 50, t: now() + 50 }],
    ['that lasts longer than 90 days', { e: now() + 91 * 86_400 }],
    ['from the future', { e: now() + 5000, t: now() + 1000 }],
  ])('9 for a signature %s', async (_, fields) => {
    expectCode(await send(gateway.port, signedWith(fields)), '9');
  });

  test('9 not for a clock a little ahead, nor for 89 days', async () => {
    const fields = { t: now() + 2, e: now() + 89 * 86_400 };
    expect((await send(gateway.port, signedWith(fields))).json().code).toBe(0);
  });

  test('10, 11 and 12 for ids that are not there, or do not belong together', async () => {
    const id = 'AKIDotherapplication01';
    await gateway.addKey({
      api: 'tencent',
      appId: '1259999999',
      existing: { id, secret: 'the secret of another app' },
    });
    expectCode(await send(gateway.port, signedWith({ a: '1250000001' })), '10');
    expectCode(await send(gateway.port, signedWith({ k: 'AKIDnobodynobody' })), '11');
    // A key of the other API is none here.
    expectCode(await send(gateway.port, signedWith({ k: 'LTAI-test-key-0001' })), '11');
    expectCode(await send(gateway.port, signedWith({ k: id })), '12');
  });

  test('15 for an address that tries many ids', async () => {
    const other = await startTestGateway();
    for (let i = 0; i < 60; i++) {
      expectCode(await send(other.port, signedWith({ k: `AKIDnobody${i}` })), '11');
    }
    expectCode(await send(other.port, signedWith({ k: 'AKIDnobody60' })), '15');
    expect((await send(other.port, signedWith({}))).json().code).toBe(0);
    await other.close();
  });

  test('14 for another secret', async () => {
    expectCode(await send(gateway.port, signedWith({}, 'another secret')), '14');
  });

  test('11 for a key from the moment it is disabled, to its owner', async () => {
    const existing = { id: `AKID${randomUUID()}`, secret: 'a secret of its own 03' };
    await gateway.addKey({ api: 'tencent', appId: capturedPair.appId, existing });
    const call = (secret: string): Sent => signedWith({ k: existing.id }, secret);
    expect((await send(gateway.port, call(existing.secret))).json().code).toBe(0);
    await gateway.keys.disable(existing.id);
    expectCode(await send(gateway.port, call(existing.secret)), '11');
    expectCode(await send(gateway.port, call('another secret')), '14');
  });

  test('24 for a key that may be used from elsewhere only', async () => {
    const existing = { id: `AKID${randomUUID()}`, secret: 'a secret of its own 04' };
    const from = ['192.0.2.0/24'];
    await gateway.addKey({ api: 'tencent', appId: capturedPair.appId, existing, from });
    expectCode(await send(gateway.port, signedWith({ k: existing.id }, existing.secret)), '24');
  });

  test('15 with the wait for a key that asks too often', async () => {
    const slow = await startTestGateway({ settings: { rate: { requests: 2, seconds: 600 } } });
    for (let i = 0; i < 2; i++) expect((await send(slow.port, signedWith({}))).json().code).toBe(0);
    const reply = await send(slow.port, signedWith({}));
    expectCode(reply, '15');
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    await slow.close();
  });

  test('107 where the keys cannot be read, 108 where requests cannot be remembered', async () => {
    const other = await startTestGateway({ settings: { tencent: { singleUseSignatures: true } } });
    await rm(join(other.folder, 'seen'), { recursive: true });
    expectCode(await send(other.port, signedWith({ e: 0, f: 'x' })), '108');
    await writeFile(join(other.folder, 'keys', `${capturedPair.secretId}.json`), '{}');
    expectCode(await send(other.port, signedWith({})), '107');
    await other.close();
  });

  test('-1301 without a photograph, -1300 for an empty one, the first before the second', async () => {
    expectCode(await send(gateway.port, tencentCall([])), '-1301', 1);
    expectCode(await send(gateway.port, tencentCall([['imageA', red]])), '-1301', 2);
    expectCode(await send(gateway.port, tencentCall([['imageA', '']])), '-1300', 1);
    expectCode(
      await send(
        gateway.port,
        tencentCall([
          ['imageA', red],
          ['imageB', ''],
        ]),
      ),
      '-1300',
      2,
    );
    expectCode(
      await send(
        gateway.port,
        tencentCall([
          ['urlA', ''],
          ['imageB', red],
        ]),
      ),
      '-1301',
      1,
    );
  });

  test('-1308 for a photograph by address, which counts before the photograph itself', async () => {
    const url = 'http://127.0.0.1:1/a.jpg';
    const both = tencentCall([
      ['imageA', red],
      ['urlA', url],
      ['imageB', red],
    ]);
    expectCode(await send(gateway.port, both), '-1308', 1);
    expectCode(
      await send(
        gateway.port,
        tencentCall([
          ['imageA', red],
          ['urlB', url],
        ]),
      ),
      '-1308',
      2,
    );
  });

  test('-1400 for what is no photograph', async () => {
    expectCode(
      await send(
        gateway.port,
        tencentCall([
          ['imageA', 'text'],
          ['imageB', red],
        ]),
      ),
      '-1400',
      1,
    );
    expectCode(
      await send(
        gateway.port,
        tencentCall([
          ['imageA', red],
          ['imageB', 'text'],
        ]),
      ),
      '-1400',
      2,
    );
  });

  test('-1102 for a damaged photograph, and which of them it is', async () => {
    const half = green.subarray(0, 60);
    for (const [a, b, flag] of [
      [half, red, 1],
      [red, half, 2],
      [half, half, 1],
    ] as const) {
      const call = tencentCall([
        ['imageA', a],
        ['imageB', b],
      ]);
      expectCode(await send(gateway.port, call), '-1102', flag);
    }
    const vast = await picture('#00f', { width: 1000, height: 101 });
    expectCode(
      await send(
        gateway.port,
        tencentCall([
          ['imageA', red],
          ['imageB', vast],
        ]),
      ),
      '-1102',
      2,
    );
  });

  test('-1101 for nobody, and in which of them', async () => {
    const half = green.subarray(0, 60);
    for (const [a, b, flag] of [
      [black, red, 1],
      [red, black, 2],
      [black, black, 1],
      // The first photograph is told of first, whatever else is wrong with the second.
      [black, half, 1],
    ] as const) {
      const call = tencentCall([
        ['imageA', a],
        ['imageB', b],
      ]);
      expectCode(await send(gateway.port, call), '-1101', flag);
    }
  });

  test.each([
    ['-1103', new EngineError('engine.timed-out', { afterMs: 20_000 }), 200],
    ['-1103', new CompareFacesError('Error.CompareFacesError'), 200],
    ['213', new TypeError('something nobody foresaw'), 500],
  ] as const)('%s for a fault of the engine', async (code, error, status) => {
    const broken = await startTestGateway({ engine: engineThat(() => Promise.reject(error)) });
    expectCode(await send(broken.port, signedWith({})), code, undefined, status);
    expect(broken.served.at(-1)?.error).toMatchObject({ cause: error });
    await broken.close();
  });

  test('213 with 503 where too many wait, at once', async () => {
    const waiting: (() => void)[] = [];
    let entered: (() => void) | undefined;
    const stuck: CompareEngine = engineThat(
      () =>
        new Promise((_, reject) => {
          waiting.push(() => {
            reject(new TypeError('never compared'));
          });
          entered?.();
        }),
    );
    const busy = await startTestGateway({ engine: stuck, settings: { queue: { waiting: 0 } } });
    const both = new Promise<void>((resolve) => {
      entered = () => {
        if (waiting.length === 2) resolve();
      };
    });
    const held = [send(busy.port, signedWith({})), send(busy.port, signedWith({}))];
    await both;
    const reply = await send(busy.port, signedWith({}));
    expectCode(reply, '213', undefined, 503);
    expect(reply.headers['retry-after']).toBe('1');
    for (const release of waiting) release();
    await Promise.all(held);
    await busy.close();
  });
});

test('every code of the catalogue was seen', () => {
  expect(Object.keys(tencentCatalogue).filter((code) => !seen.has(code))).toEqual([]);
});

test.each(Object.entries(tencentCatalogue))(
  '%s has the text that our own client knows for it',
  (code, { what }) => {
    expect(isTencentCode(code)).toBe(true);
    expect(tencentEntry(code as TencentCode).what.zh).toContain(`：${what.zh}。`);
  },
);
