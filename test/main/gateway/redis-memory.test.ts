import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KeyStore } from '../../../main/gateway/key-store.ts';
import { makeKey } from '../../../main/gateway/make-key.ts';
import { gatewayFolder } from '../../../main/gateway/open-gateway.ts';
import { openRedisMemory } from '../../../main/gateway/redis-memory.ts';
import { demoPicture } from '../../../main/demo/demo-picture.ts';
import { capturedKey } from './captured/cloudauth-calls.ts';
import { picture } from './support/colour-engine.ts';
import { startGatewayProcess, type GatewayProcess } from './support/gateway-process.ts';
import { freePort, hasRedis, startRedis, type RedisServer } from './support/redis-server.ts';
import { send, type Sent } from './support/send.ts';
import { acs3Call, imageParameters, tencentCall } from './support/sign.ts';
import { startTestGateway } from './support/test-gateway.ts';

const rate = { requests: 3, seconds: 600 };
const soon = (): number => Date.now() + 60_000;

test('a Redis that is not there keeps the gateway from starting', async () => {
  const redisUrl = `redis://127.0.0.1:${await freePort()}`;
  await expect(startTestGateway({ settings: { redisUrl } })).rejects.toMatchObject({
    code: 'gateway.memory-unusable',
  });
});

// `apt-get install redis-server` where it is missing.
describe.skipIf(!hasRedis)('with a real redis-server', () => {
  let redis: RedisServer;
  let red: Buffer;

  beforeAll(async () => {
    redis = await startRedis();
    red = await picture('#f00');
  });

  afterAll(() => redis.stop());

  const call = (): Sent => acs3Call(imageParameters(red, red));

  test('a mark is new once, for as many as ask at the same time', async () => {
    const memories = await Promise.all(
      Array.from({ length: 3 }, () => openRedisMemory(redis.url, rate, () => new Date())),
    );
    const until = soon();
    const asked = memories.flatMap((memory) =>
      Array.from({ length: 10 }, () => memory.remember('one', until)),
    );
    expect((await Promise.all(asked)).filter((isNew) => isNew)).toHaveLength(1);
    await Promise.all(memories.map((memory) => memory.close()));
  });

  test('a mark is forgotten by itself', async () => {
    const memory = await openRedisMemory(redis.url, rate, () => new Date());
    expect(await memory.remember('short', Date.now() + 20)).toBe(true);
    await expect.poll(() => memory.remember('short', Date.now() + 20)).toBe(true);
    await memory.close();
  });

  test('two gateways count one key’s requests together', async () => {
    const settings = { redisUrl: redis.url, rate: { requests: 3, seconds: 600 } };
    const first = await startTestGateway({ settings });
    const second = await startTestGateway({ settings });
    const codes: string[] = [];
    for (const { port } of [first, second, first, second, first]) {
      codes.push((await send(port, call())).json().Code);
    }
    expect(codes).toEqual(['200', '200', '200', 'Throttling.User', 'Throttling.User']);
    await Promise.all([first.close(), second.close()]);
  });

  test('a gateway answers nothing while it is away, and again when it is back', async () => {
    const other = await startRedis();
    const gateway = await startTestGateway({ settings: { redisUrl: other.url } });
    expect((await send(gateway.port, call())).json().Code).toBe('200');
    await other.stop();
    await expect
      .poll(async () => (await send(gateway.port, call())).json().Code)
      .toBe('ServiceUnavailable');
    const tencent = await send(
      gateway.port,
      tencentCall([
        ['imageA', red],
        ['imageB', red],
      ]),
    );
    expect([tencent.status, tencent.json().code]).toEqual([503, 108]);
    expect((await fetch(`${gateway.watchAddress}/healthz`)).status).toBe(503);
    const back = await startRedis(other.port);
    await expect
      .poll(async () => (await send(gateway.port, call())).json().Code, { timeout: 20_000 })
      .toBe('200');
    await gateway.close();
    await back.stop();
  });

  describe('and two processes of `witness gateway`', () => {
    let folder: string;
    let processes: readonly GatewayProcess[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'witness-two-'));
      const settings = join(folder, 'settings.json');
      const gateway = { host: '127.0.0.1', port: 0, metricsPort: 0 };
      await writeFile(settings, JSON.stringify({ gateway }));
      const keys = new KeyStore(gatewayFolder(folder));
      const key = { api: 'cloudauth', existing: capturedKey, from: [], note: '' } as const;
      await makeKey(keys, key, new Date());
      const environment = { WITNESS_REDIS_URL: redis.url, WITNESS_LOG: 'info' };
      processes = await Promise.all([
        startGatewayProcess(settings, environment),
        startGatewayProcess(settings, environment),
      ]);
    });

    afterAll(() => rm(folder, { recursive: true, force: true }));

    test('a request that one has answered is refused by the other', async () => {
      const [first, second] = processes as [GatewayProcess, GatewayProcess];
      const images = imageParameters(await demoPicture('holder'), await demoPicture('cardPhoto'));
      const one = acs3Call(images);
      const answered = (await send(first.port, one)).json();
      expect([answered.Code, answered.Data.SimilarityScore > 80]).toEqual(['200', true]);
      expect((await send(second.port, one)).json().Code).toBe('SignatureNonceUsed');
      const other = acs3Call(images);
      expect((await send(second.port, other)).json().Code).toBe('200');
      expect((await send(first.port, other)).json().Code).toBe('SignatureNonceUsed');
    });

    test('of a request sent to both at once, one is answered', async () => {
      const images = imageParameters(await demoPicture('holder'), await demoPicture('cardPhoto'));
      for (let i = 0; i < 5; i++) {
        const one = acs3Call(images);
        const replies = await Promise.all(processes.map(({ port }) => send(port, one)));
        expect(replies.map((reply) => reply.json().Code).sort()).toEqual([
          '200',
          'SignatureNonceUsed',
        ]);
      }
    });

    test('they end when told to, and their log holds no key and no picture', async () => {
      for (const { code, err } of await Promise.all(processes.map((one) => one.stop()))) {
        expect(code).toBe(0);
        const lines = err
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as object);
        expect(lines).toContainEqual(
          expect.objectContaining({ api: 'cloudauth', code: '200', status: 200 }),
        );
        expect(err).not.toContain(capturedKey.id);
        expect(err).not.toContain(capturedKey.secret);
        expect(Math.max(...err.split('\n').map((line) => line.length))).toBeLessThan(400);
      }
    });
  });
});
