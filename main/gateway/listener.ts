import {
  createServer,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { maximumConnections, maximumHeaderBytes, usualTimeouts } from './limits.ts';
import {
  transportBody,
  transportFailures,
  transportReply,
  type TransportFailure,
} from './transport-failure.ts';

/** A certificate with what leads to its authority, and its key; PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Told of every request that came to nothing before it was known what it wanted. */
export type OnTransportFailure = (failure: TransportFailure) => void;

export interface ListenerOptions {
  readonly certificate?: Certificate;
  readonly onFailure: OnTransportFailure;
  /** Milliseconds for the headers, and for all of a request. */
  readonly timeouts?: Timeouts;
}

export interface Timeouts {
  readonly headers: number;
  readonly request: number;
}

/**
 * A server that bounds everything a connection can make it wait for or hold, and answers what is no
 * request in a form that both APIs' programs can read.
 */
export const createListener = (
  handle: RequestListener,
  { certificate, onFailure, timeouts = usualTimeouts }: ListenerOptions,
): Server => {
  const options: ServerOptions = {
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    connectionsCheckingInterval: 1000,
    maxHeaderSize: maximumHeaderBytes,
    // Without it Node would answer for us, without a body; a signature that needs it finds it missing.
    requireHostHeader: false,
  };
  const server = certificate
    ? createTlsServer({ ...options, ...certificate, handshakeTimeout: timeouts.headers }, handle)
    : createServer(options, handle);
  server.maxConnections = maximumConnections;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const failure = failureOf(error.code);
    if (failure !== undefined) refuse(socket, failure, onFailure);
    else socket.destroy();
  });
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    const failure = 'expectation-failed';
    const [status] = transportFailures[failure];
    const body = Buffer.from(transportBody(failure));
    onFailure(failure);
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': body.length,
      connection: 'close',
    });
    response.end(body);
  });
  if (certificate !== undefined) answerPlainHttp(server, timeouts.headers, onFailure);
  return server;
};

/** Undefined where there is nobody left to answer. */
const failureOf = (code = ''): TransportFailure | undefined => {
  switch (code) {
    case 'ECONNRESET':
    case 'EPIPE':
    case 'HPE_INVALID_EOF_STATE':
      return undefined;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 'timed-out';
    case 'HPE_HEADER_OVERFLOW':
      return 'headers-too-large';
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 'body-too-large';
    default:
      return code.startsWith('HPE_') ? 'malformed' : undefined;
  }
};

const refuse = (socket: Duplex, failure: TransportFailure, onFailure: OnTransportFailure): void => {
  onFailure(failure);
  if (socket.writable) socket.end(transportReply(failure), () => socket.destroy());
  else socket.destroy();
};

/** The first byte of a TLS connection (RFC 8446 §5.1: content type "handshake"). */
const handshake = 22;

/**
 * Tells who speaks plain HTTP to a TLS port so, in words their program shows. Node would only hang up.
 * The first byte decides, before either protocol's code sees the connection.
 */
const answerPlainHttp = (server: Server, timeout: number, onFailure: OnTransportFailure): void => {
  const speakTls = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    socket.setTimeout(timeout, () => socket.destroy());
    socket.once('error', () => socket.destroy());
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (first === null) {
        socket.destroy();
        return;
      }
      if (first[0] !== handshake) {
        refuse(socket, 'needs-tls', onFailure);
        return;
      }
      socket.setTimeout(0);
      socket.unshift(first);
      for (const listener of speakTls) listener.call(server, socket);
    });
  });
};
