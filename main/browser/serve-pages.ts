import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import sockets from '@fastify/websocket';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { maximumFrameBytes, pageRoles, type PageRole } from '../ipc/contract.ts';
import { BrowserError } from './browser-error.ts';
import type { PageAccess } from './page-access.ts';
import { pageHeaders } from './page-headers.ts';
import type { PageSocketServer } from './page-socket.ts';

export interface ServePagesOptions {
  /** The built renderer. */
  readonly bundle: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly access: PageAccess;
  /** Speaks with a page, once it has been let in. */
  readonly attach: (
    socket: PageSocketServer,
    page: { readonly role: PageRole; readonly origin: string },
  ) => void;
}

/** Pages being served. */
export interface ServedPages {
  /** `http://127.0.0.1:8420` */
  readonly origin: string;
  close(): Promise<void>;
}

/** The name on which this machine alone is reached. Others, such as `localhost`, may be made to lead elsewhere. */
const loopback = '127.0.0.1';

/** A frame and what is said about it. */
const maximumMessageBytes = maximumFrameBytes + 64 * 1024;

/**
 * Serves the pages and their socket to browsers of this machine.
 *
 * Only loopback is listened on; and since every web page of every browser here could call it all the
 * same, each request must name this host (against DNS rebinding), carry a session that began with a
 * one-time token, and a socket must come from our own page (`Origin`).
 *
 * @throws BrowserError `browser.no-bundle`, `browser.port-taken`, `browser.not-served`
 */
export const servePages = async (options: ServePagesOptions): Promise<ServedPages> => {
  const { bundle, port, access } = options;
  if (!existsSync(join(bundle, 'index.html'))) throw new BrowserError('browser.no-bundle');
  const server = fastify({
    logger: false,
    bodyLimit: 1024,
    requestTimeout: 10_000,
    forceCloseConnections: true,
  });
  const own = (): string => `${loopback}:${portOf(server)}`;
  const origin = (): string => `http://${own()}`;
  const isLetIn = (request: FastifyRequest, role: PageRole): boolean =>
    access.admits(request.cookies[cookieName(portOf(server), role)], role);

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders(origin()));
    if (request.headers.host !== own())
      await refuse(reply, 421, 'This address is not served here.');
  });
  await server.register(cookie);
  await server.register(sockets, { options: { maxPayload: maximumMessageBytes } });
  server.get<{ Querystring: { token?: string } }>('/open', (request, reply) => {
    const session = access.redeem(request.query.token ?? '');
    if (session === undefined) return refuse(reply, 403, usedToken);
    const { role, secret } = session;
    return reply
      .setCookie(cookieName(portOf(server), role), secret, cookieRules)
      .redirect(`/${role}`, 303);
  });
  await server.register(async (pages) => {
    pages.addHook('onRequest', async (request, reply) => {
      if (!pageRoles.some((role) => isLetIn(request, role))) await refuse(reply, 403, usedToken);
    });
    await pages.register(files, {
      root: bundle,
      index: false,
      // Which page it is stands in its address, so it has no address without that.
      allowedPath: (path) => path !== '/index.html',
      cacheControl: false,
      etag: false,
    });
    pages.get('/', (request, reply) => {
      const role = pageRoles.findLast((one) => isLetIn(request, one));
      return reply.redirect(`/${role ?? ''}`, 303);
    });
    for (const role of pageRoles)
      await pages.register((own) => {
        own.addHook('onRequest', async (request, reply) => {
          if (!isLetIn(request, role)) await refuse(reply, 403, usedToken);
        });
        own.get(`/${role}`, (_request, reply) => reply.sendFile('index.html'));
        own.get(`/${role}/socket`, { websocket: true }, (socket, request) => {
          if (request.headers.origin !== origin()) socket.close(1008);
          else options.attach(socket, { role, origin: origin() });
        });
        return Promise.resolve();
      });
  });
  await listen(server, port);
  return {
    origin: origin(),
    close: async () => {
      for (const client of server.websocketServer.clients) client.terminate();
      await server.close();
    },
  };
};

const usedToken =
  '请打开本系统启动时显示的网址；每个网址只能使用一次。\n' +
  'Open the address the station printed when it started; each address is good for once.\n';

const refuse = (reply: FastifyReply, status: number, text: string): FastifyReply => {
  // A socket that asked to become a web socket is no longer the server's to close.
  reply.raw.once('finish', () => {
    reply.request.raw.socket.destroySoon();
  });
  return reply.code(status).type('text/plain; charset=utf-8').send(text);
};

/**
 * No script reads it, and no other web page's request brings it along. A browser keeps it over a crash,
 * as long as browsers keep any (400 days, in seconds): it is of no worth once the station has ended.
 */
const cookieRules = {
  path: '/',
  httpOnly: true,
  sameSite: 'strict',
  maxAge: 400 * 24 * 3600,
} as const;

/**
 * Cookies do not tell ports apart: another program on this machine must not get ours. Nor do they tell
 * windows apart: where one browser has both pages, each needs a cookie of its own.
 */
const cookieName = (port: number, role: PageRole): string => `witness-${port}-${role}`;

const portOf = (server: FastifyInstance): number => {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const listen = async (server: FastifyInstance, port: number): Promise<void> => {
  try {
    await server.listen({ host: loopback, port });
  } catch (cause) {
    await server.close();
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new BrowserError('browser.port-taken', { port }, { cause });
    throw new BrowserError('browser.not-served', { port, reason: code ?? message }, { cause });
  }
};
