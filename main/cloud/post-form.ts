import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { CloudError } from './cloud-error.ts';

/** What one exchange needs. */
export interface FormExchange {
  readonly endpoint: URL;
  /** URL-encoded form. */
  readonly body: Buffer;
  /** Ends the exchange wherever it is: connecting, sending, waiting, or in the middle of the reply. */
  readonly signal: AbortSignal;
  /** PEM of the authorities to trust instead of the well-known ones. */
  readonly ca?: string;
}

/** A whole reply; what it means is for others to say. */
export interface HttpReply {
  readonly status: number;
  readonly body: string;
  /** Milliseconds the service asks to wait, from `x-acs-retry-after`. */
  readonly retryAfterMs?: number;
}

/** A true reply has some hundred bytes; more than this is not one. */
const maximumReplyBytes = 256 * 1024;

/**
 * Sends a form by POST and reads the whole reply.
 *
 * `node:https`, not `fetch`: it takes a private CA and, through an agent, a proxy, which Node's `fetch`
 * only does with the help of a package; it follows no redirect, and so never carries pictures to
 * another host; and certificates are checked even where `NODE_TLS_REJECT_UNAUTHORIZED` says not to.
 *
 * @throws {CloudError} `cloud.bad-reply` for a reply that is far too long; else Node's own error of
 * what failed, with its `code`.
 */
export const postForm = ({ endpoint, body, signal, ca }: FormExchange): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const options: http.RequestOptions = {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
      },
      signal,
    };
    const trust = { rejectUnauthorized: true, ...(ca !== undefined && { ca }) };
    const onReply = (reply: IncomingMessage): void => {
      readReply(reply).then(resolve, reject);
    };
    const request =
      endpoint.protocol === 'https:'
        ? https.request(endpoint, { ...options, ...trust }, onReply)
        : http.request(endpoint, options, onReply);
    request.on('error', reject);
    request.end(body);
  });

const readReply = async (reply: IncomingMessage): Promise<HttpReply> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Throwing here ends the loop, which ends the connection.
    if (length > maximumReplyBytes) throw new CloudError('cloud.bad-reply', { part: 'size' });
    chunks.push(chunk);
  }
  const retryAfterMs = retryAfterOf(reply);
  return {
    status: reply.statusCode ?? 0,
    body: Buffer.concat(chunks).toString('utf8'),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
};

const retryAfterOf = ({ headers }: IncomingMessage): number | undefined => {
  const text = headers['x-acs-retry-after'];
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};
