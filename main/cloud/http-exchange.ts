import { request, type Dispatcher } from 'undici';
import { CloudError } from './cloud-error.ts';
import type { OpenDispatcher } from './transport.ts';

/** A request to a cloud service, by POST. */
export interface CloudRequest {
  /** Default `/`. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Where a request goes, and when it has to be over. */
export interface Exchange {
  readonly endpoint: URL;
  readonly openDispatcher: OpenDispatcher;
  /** Milliseconds after which the exchange ends wherever it is: connecting, sending, waiting, or in the middle of the reply. */
  readonly limitMs: number;
}

/** What an exchange that took too long is rejected with. */
export class ExchangeTimeout extends Error {
  override readonly name = 'ExchangeTimeout';
}

/** A whole reply; what it means is for others to say. */
export interface HttpReply {
  readonly status: number;
  readonly body: string;
  /** Milliseconds the service asks to wait. */
  readonly retryAfterMs?: number;
  /** What the service's clock says, to the second, in milliseconds since 1970. */
  readonly date?: number;
}

/** A true reply has some hundred bytes; more than this is not one. */
const maximumReplyBytes = 256 * 1024;

/**
 * Sends a request and reads the whole reply.
 *
 * @throws {CloudError} `cloud.bad-reply` for a reply that is far too long; {ExchangeTimeout}; else the
 * error, of Node or undici, of what failed, with its `code`.
 */
export const exchange = async (
  message: CloudRequest,
  { endpoint, openDispatcher, limitMs }: Exchange,
): Promise<HttpReply> => {
  const dispatcher = openDispatcher(limitMs);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ExchangeTimeout());
    }, limitMs);
  });
  try {
    // undici hears an abort signal only once it is connected, and a proxy may never let it: hence the race.
    return await Promise.race([sendAndRead(message, endpoint, dispatcher), late]);
  } finally {
    clearTimeout(timer);
    // Whatever is still under way ends here, unsent requests unsent.
    await dispatcher.destroy();
  }
};

const sendAndRead = async (
  { path = '/', headers, body }: CloudRequest,
  endpoint: URL,
  dispatcher: Dispatcher,
): Promise<HttpReply> => {
  const reply = await request(new URL(path, endpoint), {
    method: 'POST',
    headers: { accept: 'application/json', ...headers },
    body,
    dispatcher,
  });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of reply.body as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Throwing here ends the loop, which ends the connection.
    if (length > maximumReplyBytes) throw new CloudError('cloud.bad-reply', { part: 'size' });
    chunks.push(chunk);
  }
  const retryAfterMs = retryAfterOf(reply.headers);
  const date = Date.parse(textOf(reply.headers['date']));
  return {
    status: reply.statusCode,
    body: Buffer.concat(chunks).toString('utf8'),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(Number.isFinite(date) && { date }),
  };
};

type Headers = Dispatcher.ResponseData['headers'];

/** Aliyun's own header counts milliseconds; HTTP's `Retry-After` seconds (RFC 9110 §10.2.3; dates are not waited for). */
const retryAfterOf = (headers: Headers): number | undefined => {
  const own = textOf(headers['x-acs-retry-after']);
  if (/^\d{1,9}$/.test(own)) return Number(own);
  const common = textOf(headers['retry-after']);
  return /^\d{1,6}$/.test(common) ? Number(common) * 1000 : undefined;
};

const textOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' ? header : '';
