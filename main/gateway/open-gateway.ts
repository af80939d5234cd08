import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { CompareEngine } from '../compare/contract.ts';
import type { GatewaySettings } from '../settings/gateway-settings.ts';
import { CompareQueue } from './compare-queue.ts';
import { fetchImage, type FetchRules } from './fetch-image.ts';
import { FolderMemory } from './folder-memory.ts';
import { GatewayError, reasonOf } from './gateway-error.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { createHttpServer, type ServedRequest } from './http-server.ts';
import { KeyStore } from './key-store.ts';
import { maximumHeldBytes, maximumImageBytes } from './limits.ts';
import type { Timeouts } from './listener.ts';
import { createMetrics } from './metrics.ts';
import { countWith } from './rate-counter.ts';
import { readCertificate } from './read-certificate.ts';
import { openRedisMemory } from './redis-memory.ts';
import { BodyBudget } from './request-body.ts';
import type { RequestMemory } from './request-memory.ts';
import { createWatchServer } from './watch-server.ts';

export interface GatewayOptions {
  readonly engine: Pick<CompareEngine, 'compareFaces'>;
  readonly settings: GatewaySettings;
  /** Where its keys and its memory are: {@link gatewayFolder}. */
  readonly folder: string;
  /** Told of every request, once it is answered; it holds nothing of a person. */
  readonly onServed?: (served: ServedRequest) => void;
  /** For the metrics. */
  readonly engineRestarts?: () => number;
  readonly now?: () => Date;
  /** How photographs given by address are fetched, where not as usual. */
  readonly fetchRules?: Pick<FetchRules, 'resolve' | 'timeout' | 'ca'>;
  /** Bytes of all bodies being served together, where not as usual. */
  readonly heldBytes?: number;
  /** Milliseconds for the headers and for all of a request, where not as usual. */
  readonly timeouts?: Timeouts;
}

/** A gateway that is being served. */
export interface Gateway {
  /** `http://localhost:8430`: what a program for the cloud is pointed to. */
  readonly address: string;
  /** `http://127.0.0.1:8431`: where `/healthz` and `/metrics` are. */
  readonly watchAddress: string;
  /** Lets the requests being answered finish, and ends. */
  close(): Promise<void>;
}

/** The gateway's own folder, beside the settings. */
export const gatewayFolder = (settingsFolder: string): string => join(settingsFolder, 'gateway');

/** Requests with a key there is none of, from one address, that are told so. */
const strangers = { points: 60, duration: 60 };

/**
 * Serves `CompareFaces` and `face/compare` from an engine.
 *
 * @throws GatewayError `gateway.tls-required`, `gateway.certificate-unusable`, `gateway.port-taken`,
 *   `gateway.not-served`, `gateway.memory-unusable`
 */
export const openGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const { engine, settings, folder, now = () => new Date(), engineRestarts = () => 0 } = options;
  const certificate = await readCertificate(settings);
  const memory = await openMemory(settings, folder, now);
  const queue = new CompareQueue(engine, settings.queue.waiting);
  const stranger = new RateLimiterMemory(strangers);
  const budget = new BodyBudget(options.heldBytes ?? maximumHeldBytes);
  const metrics = createMetrics({
    queue: () => queue.lengths,
    heldBytes: () => budget.taken,
    engineRestarts,
  });
  const parts: GatewayParts = {
    keys: new KeyStore(folder),
    memory,
    now,
    compare: (request, gone) => queue.compare(request, gone),
    countStranger: (address) => countWith(stranger, address),
    settings,
    ...(settings.urlImages.enabled && {
      fetch: (address: string) =>
        fetchImage(address, {
          ...options.fetchRules,
          allowedNetworks: settings.urlImages.allowedNetworks,
          maximumBytes: maximumImageBytes,
        }),
    }),
  };
  const server = createHttpServer({
    parts,
    ...(certificate !== undefined && { certificate }),
    budget,
    ...(options.timeouts !== undefined && { timeouts: options.timeouts }),
    onServed: (served) => {
      metrics.observe(served);
      options.onServed?.(served);
    },
  });
  const watch = createWatchServer(metrics, () => memory.check());
  const close = async (): Promise<void> => {
    await Promise.all([server.close(), watch.close()]);
    await memory.close();
  };
  try {
    await listen(server, settings.host, settings.port);
    await listen(watch, '127.0.0.1', settings.metricsPort);
  } catch (caught) {
    await close();
    throw caught;
  }
  const scheme = certificate === undefined ? 'http' : 'https';
  return {
    address: `${scheme}://${hostText(settings.host)}:${portOf(server)}`,
    watchAddress: `http://127.0.0.1:${portOf(watch)}`,
    close,
  };
};

const openMemory = (
  { redisUrl, rate }: GatewaySettings,
  folder: string,
  now: () => Date,
): Promise<RequestMemory> =>
  redisUrl === undefined
    ? FolderMemory.open(join(folder, 'seen'), rate, now)
    : openRedisMemory(redisUrl, rate, now);

const hostText = (host: string): string => (host.includes(':') ? `[${host}]` : host);

const portOf = (server: FastifyInstance): number => {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const listen = async (server: FastifyInstance, host: string, port: number): Promise<void> => {
  try {
    await server.listen({ host, port });
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === 'EADDRINUSE') throw new GatewayError('gateway.port-taken', { port }, { cause });
    throw new GatewayError('gateway.not-served', { port, reason }, { cause });
  }
};
