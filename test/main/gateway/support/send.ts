import { once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';

export interface Sent {
  readonly method?: string;
  /** Path with its query. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** For TLS: the authority to trust. */
  readonly ca?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as JSON. */
  readonly json: () => CloudauthBody & TencentBody;
}

interface CloudauthBody {
  readonly RequestId: string;
  readonly HostId: string;
  readonly Code: string;
  readonly Message: string;
  readonly Success: boolean;
  readonly Data: { readonly SimilarityScore: number; readonly ConfidenceThresholds: string };
}

interface TencentBody {
  readonly code: number;
  readonly message: string;
  readonly data: {
    readonly similarity: number;
    readonly session_id: string;
    readonly fail_flag?: number;
  };
}

/** Sends one request as it is, without anything a client library would add or mend. */
export const send = async (port: number, sent: Sent): Promise<Received> => {
  const { method = 'POST', path = '/', headers = {}, body = '', ca } = sent;
  const request = (ca === undefined ? httpRequest : httpsRequest)({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { 'content-length': Buffer.byteLength(body), ...(headers as Record<string, string>) },
    agent: false,
    // The certificate is that of the address, whatever the request calls the host.
    ...(ca !== undefined && { ca, servername: '' }),
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  return receivedOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks));
};

const receivedOf = (status: number, headers: IncomingHttpHeaders, bytes: Buffer): Received => {
  const body = bytes.toString('utf8');
  return { status, headers, body, json: () => JSON.parse(body) as CloudauthBody & TencentBody };
};

/** Sends bytes over a connection of their own and reads until it is closed. */
export const sendRaw = async (port: number, bytes: string | Uint8Array): Promise<Received> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
  const [head = '', body = ''] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n');
  const [, status = '0'] = head.split(' ');
  return receivedOf(Number(status), {}, Buffer.from(body));
};
