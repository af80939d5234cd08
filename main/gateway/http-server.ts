import { randomUUID } from 'node:crypto';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { dispatch, targetOf, type ServedApi } from './dispatch.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { maximumBodyBytes } from './limits.ts';
import { createListener, type ListenerOptions } from './listener.ts';
import { drain, readBody, type BodyBudget, type BodyLease } from './request-body.ts';
import { transportFailures } from './transport-failure.ts';

/** One request that was answered. */
export interface ServedRequest {
  readonly api: ServedApi;
  /** The dialect's own; `gone` where the caller did not wait for it. */
  readonly code: string;
  readonly status: number;
  readonly ms: number;
  /** Absent where it was no request. */
  readonly id?: string;
  readonly error?: unknown;
}

export interface HttpServerOptions extends Omit<ListenerOptions, 'onFailure'> {
  readonly parts: GatewayParts;
  /** What all bodies being served together may take. */
  readonly budget: BodyBudget;
  readonly onServed: (served: ServedRequest) => void;
}

/**
 * Both APIs on one server. The path alone decides which: the `Host` that SDKs send is often the
 * vendor's, wherever they are pointed to.
 */
export const createHttpServer = (options: HttpServerOptions): FastifyInstance => {
  const { parts, budget, onServed } = options;

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const begun = performance.now();
    const lease = budget.lease();
    try {
      const { path, query } = targetOf(request.raw.url ?? '');
      const call = gatewayRequest(request, reply, { query, lease });
      const { api, code, status, headers, body, error } = await dispatch(path, call, parts);
      const ms = performance.now() - begun;
      // Whoever went away gets no answer, and that is no fault of ours.
      const came = call.gone.aborted ? { code: 'gone' } : { code, error };
      onServed({ api, status, ms, id: call.id, ...came });
      lease.giveBack();
      if (!request.raw.complete) await drain(request.raw);
      // As bytes: to a text Fastify would add what it thinks is missing in the type.
      return await reply.code(status).headers(headers).send(Buffer.from(body));
    } finally {
      lease.giveBack();
    }
  };

  const server = fastify({
    logger: false,
    serverFactory: (handle) =>
      createListener(handle, {
        ...options,
        onFailure: (failure) => {
          const [status, code] = transportFailures[failure];
          onServed({ api: 'none', code, status, ms: 0 });
        },
      }),
    // The listener answers those itself, at each of its addresses.
    clientErrorHandler: () => undefined,
    // Its own reply would be in neither dialect.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { querystringParser: () => ({}) },
    frameworkErrors: (_error, request, reply) => void serve(request, reply),
  });
  // Bodies are read where they are counted, and parsed by their dialect, whatever type they claim.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });
  // Fastify refuses types and addresses it cannot parse; whose path it is still decides the answer.
  server.setErrorHandler((_error, request, reply) => serve(request, reply));
  server.setNotFoundHandler(serve);
  server.all('*', serve);
  return server;
};

const gatewayRequest = (
  { raw, ip }: FastifyRequest,
  reply: FastifyReply,
  { query, lease }: { readonly query: string; readonly lease: BodyLease },
): GatewayRequest => {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return {
    id: randomUUID().toUpperCase(),
    method: raw.method ?? '',
    query,
    headers: raw.headers,
    headerNames: raw.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()),
    remoteAddress: ip,
    gone: gone.signal,
    readBody: () =>
      readBody(raw, {
        limit: maximumBodyBytes,
        lease,
        length: Number(raw.headers['content-length'] ?? 0),
      }),
  };
};
