import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  createCloudauthEngine,
  type CloudauthOptions,
} from '../../../main/cloud/cloudauth-engine.ts';
import { createCloudCredentials, readCloudCredentials } from '../../../main/cloud/credentials.ts';
import { maximumImageBytes } from '../../../main/cloud/image-value.ts';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import {
  doubleKey,
  startCloudDouble,
  type CloudDouble,
  type CloudDoubleOptions,
  type DoubleAnswer,
} from '../../support/cloud-double/cloud-double.ts';
import { makeSelfSigned } from '../../support/cloud-double/self-signed.ts';
import { caughtFrom } from './caught-from.ts';
import { jpeg, photographs } from './photographs.ts';

const open: CloudDouble[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((double) => double.close()));
});

const startDouble = async (options?: CloudDoubleOptions): Promise<CloudDouble> => {
  const double = await startCloudDouble(options);
  open.push(double);
  return double;
};

const credentials = createCloudCredentials({
  accessKeyId: doubleKey.id,
  accessKeySecret: doubleKey.secret,
});
/** Never waits. */
const atOnce = (): NonNullable<CloudauthOptions['source']> => {
  let made = 0;
  return {
    now: () => new Date(),
    nonce: () => `nonce-${++made}`,
    elapsed: () => 0,
    wait: () => Promise.resolve(),
  };
};

const engineAt = (endpoint: string, options: CloudauthOptions = {}): CompareEngine =>
  createCloudauthEngine({
    endpoint,
    credentials: () => credentials,
    source: atOnce(),
    ...options,
  }).for({ toCloud: true });

/** A limit no test lasts as long as, and one that a silent service soon exceeds. */
const soon = { timeoutMs: 100 };

describe('a comparison', () => {
  test('is sent signed, in one POST with everything in the body', async () => {
    const double = await startDouble();
    const result = await engineAt(double.endpoint).compareFaces(photographs);
    expect(result).toMatchObject({ engine: 'cloudauth', similarityScore: 95 });
    const [call, ...others] = double.calls;
    expect(others).toEqual([]);
    expect(call).toMatchObject({ method: 'POST', url: '/' });
    expect(call?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(call?.body.length),
    });
    expect(call?.parameters).toMatchObject({
      Action: 'CompareFaces',
      Version: '2019-03-07',
      SourceImageType: 'IDPic',
      SourceImageValue: 'base64:///9j/4AAQSkZJRgABAQ==',
      TargetImageType: 'FacePic',
    });
    expect(call?.parameters).not.toHaveProperty('SecurityToken');
  });

  test('has a nonce nobody used before', async () => {
    const double = await startDouble();
    const cloud = createCloudauthEngine({
      endpoint: double.endpoint,
      credentials: () => credentials,
    });
    const engine = cloud.for({ toCloud: true });
    await engine.compareFaces(photographs);
    await engine.compareFaces(photographs);
    const nonces = double.calls.map((call) => call.parameters['SignatureNonce']);
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(nonces).size).toBe(2);
  });

  test('asks for the credentials each time, so that temporary ones may change', async () => {
    const double = await startDouble();
    let made = 0;
    const changing = () =>
      createCloudCredentials({
        accessKeyId: doubleKey.id,
        accessKeySecret: doubleKey.secret,
        securityToken: `token-${++made}`,
      });
    const engine = engineAt(double.endpoint, { credentials: changing });
    await engine.compareFaces(photographs);
    await engine.compareFaces(photographs);
    const tokens = double.calls.map((call) => call.parameters['SecurityToken']);
    expect(tokens).toEqual(['token-1', 'token-2']);
  });

  test('takes the thresholds of its own reply', async () => {
    const double = await startDouble();
    const thresholds = { '0.01': '71', '0.001': '81', '0.0001': '91' };
    double.answerWith({ kind: 'score', score: 50 }, { kind: 'score', score: 60, thresholds });
    const engine = engineAt(double.endpoint);
    await engine.compareFaces(photographs);
    const { confidenceThresholds } = await engine.compareFaces(photographs);
    expect(confidenceThresholds).toEqual({ '0.01': 71, '0.001': 81, '0.0001': 91 });
  });
});

describe('a photograph over 2 MB', () => {
  test('is sent smaller, and the result says so', async () => {
    const double = await startDouble();
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const create = { width: 1100, height: 1100, channels: 3, background: 'black', noise } as const;
    const image = await sharp({ create }).png().toBuffer();
    expect(image.length).toBeGreaterThan(maximumImageBytes);
    const target = { type: 'FacePic', image } as const;
    const result = await engineAt(double.endpoint).compareFaces({ ...photographs, target });
    const { TargetImageValue = '', SourceImageValue } = double.calls[0]?.parameters ?? {};
    const sent = Buffer.from(TargetImageValue.replace(/^base64:\/\//, ''), 'base64');
    expect(sent.length).toBeLessThanOrEqual(maximumImageBytes);
    expect(SourceImageValue).toBe('base64:///9j/4AAQSkZJRgABAQ==');
    expect(result.reencoded).toEqual({
      target: {
        from: { format: 'PNG', bytes: image.length },
        to: { format: 'JPEG', bytes: sent.length, width: 1100, height: 1100 },
      },
    });
  });

  test('that nobody can decode is not sent', async () => {
    const double = await startDouble();
    const image = Buffer.concat([jpeg, Buffer.alloc(maximumImageBytes)]);
    const target = { type: 'FacePic', image } as const;
    const error = await caughtFrom(() =>
      engineAt(double.endpoint).compareFaces({ ...photographs, target }),
    );
    expect(error).toMatchObject({ code: 'image.damaged' });
    expect(double.calls).toEqual([]);
  });
});

test('comparisons do not wait for one another', async () => {
  const double = await startDouble();
  let release = (): void => undefined;
  const after = new Promise<void>((resolve) => {
    release = resolve;
  });
  double.answerWith({ kind: 'score', score: 10, after }, { kind: 'score', score: 20 });
  const engine = engineAt(double.endpoint);
  const firstArrived = double.nextCall();
  const first = engine.compareFaces(photographs);
  expect((await firstArrived).url).toBe('/');
  expect((await engine.compareFaces(photographs)).similarityScore).toBe(20);
  release();
  expect((await first).similarityScore).toBe(10);
});

describe('nothing is sent', () => {
  test('without the guest’s consent, even where the types are got round', async () => {
    const double = await startDouble();
    const cloud = createCloudauthEngine({ endpoint: double.endpoint });
    const no = { toCloud: false } as unknown as { readonly toCloud: true };
    expect(() => cloud.for(no)).toThrow(expect.objectContaining({ code: 'cloud.no-consent' }));
    expect(double.calls).toEqual([]);
  });

  test('for a request the contract refuses', async () => {
    const double = await startDouble();
    const { source } = photographs;
    const error = await caughtFrom(() =>
      engineAt(double.endpoint).compareFaces({ source, target: source }),
    );
    expect(error).toMatchObject({ code: 'InvalidParam.FacePicNotGiven' });
    expect(double.calls).toEqual([]);
  });

  test('without credentials', async () => {
    const double = await startDouble();
    const engine = engineAt(double.endpoint, { credentials: () => readCloudCredentials({}) });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.no-credentials' });
    expect(double.calls).toEqual([]);
  });

  test('to an address in plain text', () => {
    expect(() => createCloudauthEngine({ endpoint: 'http://cloud.example' })).toThrow(
      expect.objectContaining({ code: 'cloud.endpoint-invalid' }),
    );
  });
});

describe('TLS', () => {
  test('is spoken to a service whose authority the site trusts', async () => {
    const tls = makeSelfSigned();
    const double = await startDouble({ tls });
    const engine = engineAt(double.endpoint, { ca: tls.certificate });
    expect((await engine.compareFaces(photographs)).similarityScore).toBe(95);
  });

  test('is refused where nobody vouches for the certificate, and nothing is sent', async () => {
    const double = await startDouble({ tls: makeSelfSigned() });
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({
      code: 'cloud.untrusted',
      data: { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(double.calls).toEqual([]);
  });

  test('is checked even where the environment says not to', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    // Node warns that it checks nothing, which is not so here.
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    const double = await startDouble({ tls: makeSelfSigned() });
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.untrusted' });
    expect(double.calls).toEqual([]);
  });

  test('is refused where the certificate is for another name', async () => {
    const tls = makeSelfSigned();
    const double = await startDouble({ tls });
    const endpoint = double.endpoint.replace('127.0.0.1', 'localhost');
    const engine = engineAt(endpoint, { ca: tls.certificate });
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({
      code: 'cloud.untrusted',
      data: { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
    expect(double.calls).toEqual([]);
  });
});

describe('the service refuses', () => {
  const answers: readonly [string, DoubleAnswer][] = [
    ['Error.NoFaceDetected', { kind: 'error', status: 400, code: 'Error.NoFaceDetected' }],
    ['Error.NoPermissionAccess', { kind: 'error', status: 403, code: 'Error.NoPermissionAccess' }],
    ['cloud.refused', { kind: 'error', status: 400, code: 'InvalidVersion' }],
    ['cloud.bad-reply', { kind: 'raw', status: 200, body: '<html>' }],
    ['cloud.bad-reply', { kind: 'raw', status: 302, body: '', headers: { location: '/again' } }],
  ];
  test.each(answers)('once, with %s', async (code, answer) => {
    const double = await startDouble();
    double.answerWith(answer);
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({ code });
    expect(double.calls).toHaveLength(1);
  });

  test('by a reply so long that it cannot be one, even if it makes sense', async () => {
    const double = await startDouble();
    const Data = {
      SimilarityScore: 95,
      ConfidenceThresholds: '{"0.01":"70","0.001":"80","0.0001":"90"}',
    };
    const answer = (padding: number): DoubleAnswer => {
      return { kind: 'raw', status: 200, body: ' '.repeat(padding) + JSON.stringify({ Data }) };
    };
    double.answerWith(answer(1000), answer(256 * 1024));
    const engine = engineAt(double.endpoint);
    expect((await engine.compareFaces(photographs)).similarityScore).toBe(95);
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.bad-reply', data: { part: 'size' } });
  });

  test('a secret that is not the key’s', async () => {
    const double = await startDouble({ key: { id: doubleKey.id, secret: 'another' } });
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({
      code: 'cloud.credentials-refused',
      data: { code: 'SignatureDoesNotMatch' },
    });
  });

  test('a clock that differs by more than a quarter of an hour', async () => {
    const double = await startDouble({ now: () => new Date(Date.now() + 16 * 60_000) });
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.clock-wrong' });
  });

  test('a nonce that was used before', async () => {
    const double = await startDouble();
    const source = { ...atOnce(), nonce: () => 'the-same' };
    const engine = engineAt(double.endpoint, { source });
    await engine.compareFaces(photographs);
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.refused', data: { code: 'SignatureNonceUsed' } });
  });
});

describe('a second try', () => {
  const passing: readonly [string, DoubleAnswer][] = [
    ['hangs up', { kind: 'hang-up', when: 'before-reply' }],
    ['hangs up in the middle of its reply', { kind: 'hang-up', when: 'in-reply' }],
    ['breaks down', { kind: 'error', status: 500, code: 'InternalError' }],
    ['breaks down comparing', { kind: 'error', status: 500, code: 'Error.CompareFacesError' }],
    ['is behind a proxy that cannot reach it', { kind: 'raw', status: 502, body: '<html>' }],
    ['is asked too often', { kind: 'error', status: 400, code: 'Throttling.User' }],
  ];
  test.each(passing)('succeeds where the service %s', async (_, answer) => {
    const double = await startDouble();
    double.answerWith(answer, { kind: 'score', score: 95 });
    const { similarityScore } = await engineAt(double.endpoint).compareFaces(photographs);
    expect(similarityScore).toBe(95);
    expect(double.calls).toHaveLength(2);
  });

  test('succeeds where the first met silence', async () => {
    const double = await startDouble();
    double.answerWith({ kind: 'silence' }, { kind: 'score', score: 95 });
    // The second try may take its time: the clock of this test stands still before it.
    const { similarityScore } = await engineAt(double.endpoint, { timeoutMs: 1000 }).compareFaces(
      photographs,
    );
    expect(similarityScore).toBe(95);
    expect(double.calls).toHaveLength(2);
  });

  test('is a request of its own: nonce, time and signature are new', async () => {
    const double = await startDouble();
    double.answerWith(
      { kind: 'error', status: 503, code: 'ServiceUnavailable' },
      { kind: 'score', score: 95 },
    );
    const times = [new Date(), new Date(Date.now() + 60_000)];
    const source = { ...atOnce(), now: () => times.shift()! };
    await engineAt(double.endpoint, { source }).compareFaces(photographs);
    const [first, second] = double.calls.map((call) => call.parameters);
    for (const name of ['SignatureNonce', 'Timestamp', 'Signature']) {
      expect(second![name]).not.toBe(first![name]);
    }
    expect(second!['SourceImageValue']).toBe(first!['SourceImageValue']);
  });

  test('waits as long as the service asks', async () => {
    const double = await startDouble();
    const headers = { 'x-acs-retry-after': '321' };
    double.answerWith(
      { kind: 'error', status: 400, code: 'Throttling.User', headers },
      { kind: 'score', score: 95 },
    );
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    await engineAt(double.endpoint, { source: { ...atOnce(), wait } }).compareFaces(photographs);
    expect(waits).toEqual([321]);
  });

  test('is the last', async () => {
    const double = await startDouble();
    double.answerWith({ kind: 'error', status: 503, code: 'ServiceUnavailable' });
    const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
    expect(error).toMatchObject({
      code: 'cloud.unavailable',
      data: { code: 'ServiceUnavailable' },
    });
    expect(double.calls).toHaveLength(2);
  });
});

describe('time is up', () => {
  test.each<DoubleAnswer>([{ kind: 'silence' }, { kind: 'stall' }])(
    'for a service with nothing but $kind',
    async (answer) => {
      const double = await startDouble();
      double.answerWith(answer);
      const engine = engineAt(double.endpoint, soon);
      const error = await caughtFrom(() => engine.compareFaces(photographs));
      expect(error).toMatchObject({ code: 'cloud.timed-out', data: { afterMs: 100 } });
    },
  );

  test('for a port that accepts and never begins to speak TLS', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const engine = engineAt(`https://127.0.0.1:${port}`, soon);
    const error = await caughtFrom(() => engine.compareFaces(photographs));
    expect(error).toMatchObject({ code: 'cloud.timed-out' });
    server.close();
  });
});

test('a service that is not there cannot be reached', async () => {
  const double = await startCloudDouble();
  await double.close();
  const error = await caughtFrom(() => engineAt(double.endpoint).compareFaces(photographs));
  const { host } = new URL(double.endpoint);
  expect(error).toMatchObject({
    code: 'cloud.unreachable',
    data: { host, reason: 'ECONNREFUSED' },
  });
});
