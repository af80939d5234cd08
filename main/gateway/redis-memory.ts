import { createHash } from 'node:crypto';
import { createClient } from '@redis/client';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { GatewayError, reasonOf } from './gateway-error.ts';
import { countWith } from './rate-counter.ts';
import type { Rate, RequestMemory } from './request-memory.ts';

/** A server that does not answer within this many milliseconds is not there. */
const patience = 2000;

const prefix = 'witness:gateway:';

const createPatientClient = (url: string) => {
  let wasReady = false;
  const client = createClient({
    url,
    // A command that cannot be sent now fails now, and the request with it.
    disableOfflineQueue: true,
    commandOptions: { timeout: patience },
    socket: {
      connectTimeout: patience,
      // Once connected it never gives up; before that, the first failure is told.
      reconnectStrategy: (tries) => (wasReady ? Math.min(100 * 2 ** tries, 5000) : false),
    },
  });
  // What fails is told by the command that fails.
  return client.on('ready', () => (wasReady = true)).on('error', () => undefined);
};

type Client = ReturnType<typeof createPatientClient>;

/**
 * A memory in Redis (or Valkey) that several gateways share. Without it no request is answered: a
 * gateway that cannot ask whether a request was seen would answer it twice.
 *
 * @param url - `redis://` or, with TLS, `rediss://`
 * @throws GatewayError `gateway.memory-unusable`
 */
export const openRedisMemory = async (
  url: string,
  rate: Rate,
  now: () => Date,
): Promise<RequestMemory> => {
  const client = createPatientClient(url);
  try {
    await client.connect();
  } catch (cause) {
    throw unusable(cause);
  }
  const limiter = new RateLimiterRedis({
    storeClient: client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    keyPrefix: `${prefix}rate`,
    points: rate.requests,
    duration: rate.seconds,
  });
  return {
    remember: (mark, until) => trying(() => rememberIn(client, mark, until - now().getTime())),
    count: (who) => trying(() => countWith(limiter, who)),
    check: () =>
      trying(async () => {
        await client.ping();
      }),
    close: () => {
      client.destroy();
      return Promise.resolve();
    },
  };
};

/** `SET … NX` looks and sets in one step. */
const rememberIn = async (client: Client, mark: string, forMs: number): Promise<boolean> => {
  const name = `${prefix}seen:${createHash('sha256').update(mark).digest('base64url')}`;
  const expiration = { type: 'PX', value: Math.max(1, Math.ceil(forMs)) } as const;
  return (await client.set(name, '1', { condition: 'NX', expiration })) === 'OK';
};

const trying = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (cause) {
    throw unusable(cause);
  }
};

const unusable = (cause: unknown): GatewayError =>
  new GatewayError('gateway.memory-unusable', { reason: `Redis: ${reasonOf(cause)}` }, { cause });
