import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { createTencentClient } from '../../../main/cloud/tencent-client.ts';
import { createTencentCredentials } from '../../../main/cloud/tencent-credentials.ts';
import {
  createTencentEngine,
  type TencentEngineOptions,
} from '../../../main/cloud/tencent-engine.ts';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { makeAuthority } from '../../support/cloud-double/self-signed.ts';
import {
  startTencentDouble,
  tencentAccount,
  type TencentAnswer,
  type TencentDouble,
  type TencentPart,
} from '../../support/cloud-double/tencent-double.ts';
import { caughtFrom } from './caught-from.ts';
import { jpeg, photographs } from './photographs.ts';

const open: TencentDouble[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((double) => double.close()));
});

const startDouble = async (
  options?: Parameters<typeof startTencentDouble>[0],
): Promise<TencentDouble> => {
  const double = await startTencentDouble(options);
  open.push(double);
  return double;
};

const { appId, ...key } = tencentAccount;
const credentials = () => createTencentCredentials(key);

/** Never waits. */
const atOnce = (): NonNullable<TencentEngineOptions['source']> & { readonly waits: number[] } => {
  let made = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(),
    nonce: () => String(++made).padStart(8, '0').padEnd(32, 'f'),
    elapsed: () => 0,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
};

const engineAt = (endpoint: string, options: Partial<TencentEngineOptions> = {}): CompareEngine =>
  createTencentEngine({ endpoint, appId, credentials, source: atOnce(), ...options }).for({
    toCloud: true,
  });

const fileIn = (part: TencentPart | undefined) => {
  if (part === undefined || typeof part === 'string') throw new Error('The part is no file.');
  return part;
};

describe('a comparison', () => {
  test('is one multipart POST, signed, with AppID and both photographs', async () => {
    const double = await startDouble();
    const result = await engineAt(double.endpoint).compareFaces(photographs);
    expect(result).toEqual({
      engine: 'tencent',
      similarityScore: 95,
      confidenceThresholds: {},
      operatingPoints: [],
    });
    const [call, ...others] = double.calls;
    expect(others).toEqual([]);
    expect(call).toMatchObject({ method: 'POST', url: '/face/compare' });
    expect(call?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(call?.headers['content-length']).toBe(String(call?.body.length));
    expect(Object.keys(call?.parts ?? {})).toEqual(['appid', 'imageA', 'imageB']);
    expect(call?.parts['appid']).toBe(appId);
    const [a, b] = [fileIn(call?.parts['imageA']), fileIn(call?.parts['imageB'])];
    expect(a).toMatchObject({ name: 'a.jpg', type: 'image/jpeg' });
    expect(a.bytes.equals(jpeg)).toBe(true);
    expect(b).toMatchObject({ name: 'b.png', type: 'image/png' });
    expect(b.bytes.equals(photographs.target.image)).toBe(true);
  });

  test('has the thresholds of the site’s own table, and says where they are from', async () => {
    const double = await startDouble();
    const siteTable = { origin: 'the house, 2026', points: [{ far: 0.001, similarity: 80 }] };
    expect(await engineAt(double.endpoint, { siteTable }).compareFaces(photographs)).toMatchObject({
      confidenceThresholds: { '0.001': 80 },
      calibration: 'site: the house, 2026',
    });
  });

  test('sends a smaller photograph in place of one over 1 MB, and says so', async () => {
    const double = await startDouble();
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const create = { width: 900, height: 900, channels: 3, background: 'black', noise } as const;
    const image = await sharp({ create }).png().toBuffer();
    const target = { type: 'FacePic', image } as const;
    const result = await engineAt(double.endpoint).compareFaces({ ...photographs, target });
    const sent = fileIn(double.calls[0]?.parts['imageB']);
    expect(sent.bytes.length).toBeLessThanOrEqual(1024 * 1024);
    expect(result.reencoded).toMatchObject({
      target: {
        from: { format: 'PNG', bytes: image.length },
        to: { format: 'JPEG', bytes: sent.bytes.length },
      },
    });
    expect(result.reencoded).not.toHaveProperty('source');
  });

  test('is spoken over TLS to a service whose authority the site trusts', async () => {
    const authority = makeAuthority();
    const double = await startDouble({ tls: authority.issue('127.0.0.1') });
    const trusting = engineAt(double.endpoint, { ca: authority.certificate });
    expect((await trusting.compareFaces(photographs)).similarityScore).toBe(95);
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.untrusted' });
    expect(double.calls).toHaveLength(1);
  });
});

describe('photographs at addresses', () => {
  const clientAt = (endpoint: string) =>
    createTencentClient({ endpoint, appId, credentials, source: atOnce() });
  const [urlA, urlB] = ['https://img.example/a.jpg', 'https://img.example/图 b.jpg'];
  const consent = { toCloud: true } as const;

  test('go as one JSON document', async () => {
    const double = await startDouble();
    const pictures = { a: { url: urlA }, b: { url: urlB } };
    const compared = await clientAt(double.endpoint).compare(consent, () =>
      Promise.resolve(pictures),
    );
    expect(compared).toEqual({ pictures, similarity: 95 });
    const [call] = double.calls;
    expect(call?.headers['content-type']).toBe('application/json');
    expect(call?.parts).toEqual({ appid: appId, urlA, urlB });
  });

  test('go in the form beside one that is sent itself', async () => {
    const double = await startDouble();
    const a = { image: jpeg, format: 'JPEG' } as const;
    await clientAt(double.endpoint).compare(consent, () =>
      Promise.resolve({ a, b: { url: urlB } }),
    );
    expect(double.calls[0]?.parts).toMatchObject({ urlB, imageA: { name: 'a.jpg' } });
  });

  test('go nowhere without consent', async () => {
    const double = await startDouble();
    const none = { toCloud: false } as unknown as { readonly toCloud: true };
    const pictures = { a: { url: urlA }, b: { url: urlB } };
    const error = await caughtFrom(() =>
      clientAt(double.endpoint).compare(none, () => Promise.resolve(pictures)),
    );
    expect(error).toMatchObject({ code: 'cloud.no-consent' });
    expect(double.calls).toEqual([]);
  });
});

describe('nothing is sent', () => {
  test('without the guest’s consent, even where the types are got round', () => {
    const none = { toCloud: false } as unknown as { readonly toCloud: true };
    const engine = createTencentEngine({ appId, credentials });
    expect(() => engine.for(none)).toThrow(expect.objectContaining({ code: 'cloud.no-consent' }));
  });

  test.each([
    ['an AppID', { appId: '' }, 'cloud.no-app-id'],
    ['TLS', { appId, endpoint: 'http://recognition.example' }, 'cloud.endpoint-invalid'],
  ])('without %s', (_, options, code) => {
    expect(() => createTencentEngine(options)).toThrow(expect.objectContaining({ code }));
  });

  test('for two chip photos, which the service itself could not tell', async () => {
    const double = await startDouble();
    const { source } = photographs;
    const error = await caughtFrom(() =>
      engineAt(double.endpoint).compareFaces({ source, target: source }),
    );
    expect(error).toMatchObject({ code: 'InvalidParam.FacePicNotGiven' });
    expect(double.calls).toEqual([]);
  });
});

describe('the service refuses, once', () => {
  const answers: readonly [string, TencentAnswer][] = [
    ['Error.NoFaceDetected', { kind: 'error', code: -1101, failFlag: 1 }],
    ['cloud.tencent.-1400', { kind: 'error', code: -1400, failFlag: 2 }],
    ['cloud.tencent.25', { kind: 'error', code: 25, status: 403 }],
    ['cloud.bad-reply', { kind: 'raw', status: 200, body: '<html>' }],
    ['cloud.bad-reply', { kind: 'raw', status: 302, body: '', headers: { location: '/again' } }],
  ];
  test.each(answers)('with %s', async (code, answer) => {
    const double = await startDouble();
    double.answerWith(answer);
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({ code });
    expect(double.calls).toHaveLength(1);
  });

  test('a key that is not its own', async () => {
    const double = await startDouble();
    const wrong = () => createTencentCredentials({ ...key, secretKey: 'another' });
    const engine = engineAt(double.endpoint, { credentials: wrong });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.tencent.14' });
  });

  test('a signature made by a clock that is late', async () => {
    const double = await startDouble({ now: () => new Date(Date.now() + 301_000) });
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.tencent.9' });
  });
});

describe('a second try', () => {
  const passing: readonly [string, TencentAnswer][] = [
    ['hangs up', { kind: 'hang-up', when: 'before-reply' }],
    ['hangs up in the middle of its reply', { kind: 'hang-up', when: 'in-reply' }],
    ['cannot check signatures', { kind: 'error', code: 107 }],
    ['breaks down', { kind: 'error', code: 213, status: 500 }],
    ['is behind a proxy that cannot reach it', { kind: 'raw', status: 502, body: '<html>' }],
    ['is asked too often', { kind: 'error', code: 15 }],
  ];
  test.each(passing)('succeeds where the service %s', async (_, answer) => {
    const double = await startDouble();
    double.answerWith(answer, { kind: 'similarity', similarity: 91 });
    const { similarityScore } = await engineAt(double.endpoint).compareFaces(photographs);
    expect(similarityScore).toBe(91);
    expect(double.calls).toHaveLength(2);
    const [first, second] = double.calls.map((call) => call.headers.authorization);
    expect(second).not.toBe(first);
  });

  test.each<[string, TencentAnswer, number]>([
    ['a second where it was too many calls', { kind: 'error', code: 15 }, 1000],
    ['a moment where the service broke down', { kind: 'error', code: 213 }, 250],
    [
      'as long as a proxy in between asks',
      { kind: 'raw', status: 429, body: '', headers: { 'retry-after': '2' } },
      2000,
    ],
  ])('comes after %s', async (_, answer, pause) => {
    const double = await startDouble();
    double.answerWith(answer, { kind: 'similarity', similarity: 91 });
    const source = atOnce();
    await engineAt(double.endpoint, { source }).compareFaces(photographs);
    expect(source.waits).toEqual([pause]);
  });

  test.each<TencentAnswer>([{ kind: 'silence' }, { kind: 'stall' }])(
    'and no third meets %j',
    async (answer) => {
      const double = await startDouble();
      double.answerWith(answer);
      const engine = engineAt(double.endpoint, { timeoutMs: 100 });
      const error = await caughtFrom(() => engine.compareFaces(photographs));
      expect(error).toMatchObject({ code: 'cloud.timed-out', data: { afterMs: 100 } });
    },
  );
});
