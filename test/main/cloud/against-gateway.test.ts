import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machine } from '../../../main/cloud/cloud-call.ts';
import { createCloudauthEngine } from '../../../main/cloud/cloudauth-engine.ts';
import type { CloudEngine } from '../../../main/cloud/consent.ts';
import { createCloudCredentials } from '../../../main/cloud/credentials.ts';
import { checkCloudauth, checkTencent } from '../../../main/cloud/service-check.ts';
import { createTencentCredentials } from '../../../main/cloud/tencent-credentials.ts';
import { createTencentEngine } from '../../../main/cloud/tencent-engine.ts';
import type { CompareFacesRequest } from '../../../main/compare/contract.ts';
import { decide } from '../../../main/compare/verdict.ts';
import { makeAuthority, type PrivateAuthority } from '../../support/cloud-double/self-signed.ts';
import { capturedKey } from '../gateway/captured/cloudauth-calls.ts';
import { capturedPair } from '../gateway/captured/tencent-requests.ts';
import { picture } from '../gateway/support/colour-engine.ts';
import { startTestGateway, type TestGateway } from '../gateway/support/test-gateway.ts';
import { caughtFrom } from './caught-from.ts';

const consent = { toCloud: true } as const;
const siteTable = { origin: 'the gateway’s own', points: [{ far: 0.001, similarity: 80.5 }] };
const { appId, secretId } = capturedPair;

/** How our own clients are told where the gateway is. */
interface Way {
  readonly endpoint: string;
  readonly ca?: string;
  /** In place of the right secret. */
  readonly secret?: string;
}

const cloudauthAt = ({ secret = capturedKey.secret, ...way }: Way) => ({
  ...way,
  credentials: () =>
    createCloudCredentials({ accessKeyId: capturedKey.id, accessKeySecret: secret }),
});
const tencentAt = ({ secret = capturedPair.secretKey, ...way }: Way) => ({
  ...way,
  appId,
  credentials: () => createTencentCredentials({ secretId, secretKey: secret }),
});

const engines: readonly [string, (way: Way) => CloudEngine][] = [
  ['cloudauth', (way) => createCloudauthEngine(cloudauthAt(way))],
  ['tencent', (way) => createTencentEngine({ ...tencentAt(way), siteTable })],
];

let folder: string;
let authority: PrivateAuthority;
let plain: TestGateway;
let secure: TestGateway;
let pair: (guest: string) => Promise<CompareFacesRequest>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'witness-clients-'));
  authority = makeAuthority();
  const { certificate, key } = authority.issue('127.0.0.1');
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  await writeFile(tls.cert, certificate);
  await writeFile(tls.key, key, { mode: 0o600 });
  plain = await startTestGateway();
  secure = await startTestGateway({ settings: { tls } });
  pair = async (guest) => ({
    source: { type: 'IDPic', image: await picture('red') },
    target: { type: 'FacePic', image: await picture(guest) },
  });
});
afterAll(async () => {
  await plain.close();
  await secure.close();
  await rm(folder, { recursive: true });
});

const ways: readonly [string, () => Way][] = [
  ['HTTP', () => ({ endpoint: plain.address })],
  [
    'TLS with an authority of the house',
    () => ({ endpoint: secure.address, ca: authority.certificate }),
  ],
];

describe.each(engines)('our own %s client at our own gateway', (name, open) => {
  describe.each(ways)('over %s', (_, way) => {
    test('gets the engine’s score, as it is, and a verdict', async () => {
      const engine = open(way()).for(consent);
      const same = await engine.compareFaces(await pair('red'));
      const other = await engine.compareFaces(await pair('blue'));
      expect([same.similarityScore, other.similarityScore]).toEqual([98.7913, 12.5]);
      expect(same.engine).toBe(name);
      expect(decide(same, { far: 0.001 })).toMatchObject({ verdict: 'pass', threshold: 80.5 });
      expect(decide(other, { far: 0.001 }).verdict).toBe('fail');
    });

    test('hears that there is no face', async () => {
      const engine = open(way()).for(consent);
      const error = await caughtFrom(async () => engine.compareFaces(await pair('black')));
      expect(error).toMatchObject({ code: 'Error.NoFaceDetected' });
    });

    test('is refused with a wrong secret', async () => {
      const engine = open({ ...way(), secret: 'another-secret-0001' }).for(consent);
      const error = await caughtFrom(async () => engine.compareFaces(await pair('red')));
      expect(error).toMatchObject({
        code: name === 'cloudauth' ? 'cloud.credentials-refused' : 'cloud.tencent.14',
      });
    });
  });

  test('does not trust the gateway’s certificate unless told to', async () => {
    const engine = open({ endpoint: secure.address }).for(consent);
    const before = secure.served.length;
    const error = await caughtFrom(async () => engine.compareFaces(await pair('red')));
    expect(error).toMatchObject({ code: 'cloud.untrusted' });
    expect(secure.served).toHaveLength(before);
  });
});

test('CloudAuth’s thresholds come through as the engine has them', async () => {
  const engine = createCloudauthEngine(cloudauthAt({ endpoint: plain.address })).for(consent);
  const { confidenceThresholds } = await engine.compareFaces(await pair('red'));
  expect(confidenceThresholds).toEqual({ '0.01': 70, '0.001': 80.5, '0.0001': 90.125 });
});

test('Tencent’s fail_flag says which photograph shows nobody', async () => {
  const engine = createTencentEngine(tencentAt({ endpoint: plain.address })).for(consent);
  const error = await caughtFrom(async () => engine.compareFaces(await pair('black')));
  expect(error).toMatchObject({ data: { which: 'target' } });
});

describe('the check of key and clock', () => {
  test.each([
    ['CloudAuth', (way: Way) => checkCloudauth(cloudauthAt(way))],
    ['Tencent', (way: Way) => checkTencent(tencentAt(way))],
  ])('of %s finds them in order, and compares nothing', async (_, check) => {
    const found = await check({ endpoint: plain.address });
    expect(found).not.toHaveProperty('problem');
    expect(Math.abs(found.clockAheadMs ?? Infinity)).toBeLessThan(30_000);
    const wrong = await check({ endpoint: plain.address, secret: 'another-secret-0001' });
    expect(wrong).toHaveProperty('problem');
  });
});

test('a client that is told to slow down hears for how long, in both dialects', async () => {
  const slow = await startTestGateway({ settings: { rate: { requests: 1, seconds: 5 } } });
  const waits: number[] = [];
  const source = {
    ...machine,
    wait: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  const way = { endpoint: slow.address, source };
  try {
    const errors: unknown[] = [];
    for (const engine of [
      createCloudauthEngine({ ...cloudauthAt(way), source }),
      createTencentEngine({ ...tencentAt(way), source }),
    ]) {
      const request = await pair('red');
      await engine.for(consent).compareFaces(request);
      errors.push(await caughtFrom(() => engine.for(consent).compareFaces(request)));
    }
    expect(errors).toMatchObject([{ code: 'cloud.throttled' }, { code: 'cloud.tencent.15' }]);
    expect(waits).toHaveLength(2);
    for (const ms of waits) {
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(5000);
    }
  } finally {
    await slow.close();
  }
});
