import { fastify, type FastifyInstance } from 'fastify';
import type { GatewayMetrics } from './metrics.ts';

/** For the operator's own watching: whether the gateway can answer, and what it has answered. */
export const createWatchServer = (
  metrics: GatewayMetrics,
  check: () => Promise<void>,
): FastifyInstance => {
  const server = fastify({ logger: false, bodyLimit: 1024, requestTimeout: 10_000 });
  server.get('/healthz', async (_request, reply) => {
    try {
      await check();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  return server;
};
