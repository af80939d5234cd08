import { lookup as resolveName } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublic, isWithin } from './network-address.ts';

/** What photographs given by address may be fetched from, and within what. */
export interface FetchRules {
  /** Networks that may be fetched from although they are not public. */
  readonly allowedNetworks: readonly string[];
  /** Bytes of one photograph. */
  readonly maximumBytes: number;
  /** Milliseconds for all of it, redirects included. Default 5 s. */
  readonly timeout?: number;
  /** How names become addresses. Default: the operating system's way. */
  readonly resolve?: typeof resolveName;
  /** A certificate authority besides the public ones, PEM. */
  readonly ca?: string;
}

/** Why a photograph could not be fetched; for the log, never with the address. */
export type FetchFailure =
  | 'address-refused'
  | 'not-an-address'
  | 'too-many-redirects'
  | 'too-large'
  | 'timed-out'
  | 'unreachable'
  | `status-${number}`;

/** A photograph that could not be fetched. It stays inside this room. */
export class ImageFetchError extends Error {
  override readonly name = 'ImageFetchError';
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure, options?: { readonly cause?: unknown }) {
    super(failure, options);
    this.failure = failure;
  }
}

const maximumRedirects = 3;

/**
 * Fetches a photograph on a stranger's word. Every address a name leads to is checked before it is
 * connected to, and it is that address which is connected to: a name that leads elsewhere a moment
 * later gains nothing. The same holds after each redirect.
 *
 * @throws ImageFetchError
 */
export const fetchImage = async (address: string, rules: FetchRules): Promise<Buffer> => {
  const timeout = AbortSignal.timeout(rules.timeout ?? 5000);
  let url = parseAddress(address);
  try {
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
      const response = await get(url, rules, timeout);
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) return await readAll(response, rules.maximumBytes, timeout);
      response.destroy();
      if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
        throw new ImageFetchError(`status-${statusCode}`);
      }
      url = parseAddress(headers.location, url);
    }
    throw new ImageFetchError('too-many-redirects');
  } catch (cause) {
    if (cause instanceof ImageFetchError) throw cause;
    throw new ImageFetchError(timeout.aborted ? 'timed-out' : 'unreachable', { cause });
  }
};

const parseAddress = (address: string, base?: URL): URL => {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new ImageFetchError('not-an-address');
  }
  const isPlain = url.username === '' && url.password === '';
  if (isPlain && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new ImageFetchError('not-an-address');
};

const get = (url: URL, rules: FetchRules, signal: AbortSignal): Promise<IncomingMessage> => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is connected to without being looked up.
  if (isIP(host) !== 0) assertAllowed(host, rules);
  const options: RequestOptions = { lookup: guardedLookup(rules), signal, agent: false };
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? httpsRequest(
            url,
            { ...options, ...(rules.ca !== undefined && { ca: rules.ca }) },
            resolve,
          )
        : httpRequest(url, options, resolve);
    request.on('error', reject).end();
  });
};

/** The lookup of a connection: all addresses of the name, or none if any of them is not allowed. */
const guardedLookup =
  (rules: FetchRules): LookupFunction =>
  (name, options, callback) => {
    const { resolve = resolveName } = rules;
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const [first] = addresses;
      try {
        for (const { address } of addresses) assertAllowed(address, rules);
        if (first === undefined) throw new ImageFetchError('unreachable');
      } catch (refused) {
        callback(refused as ImageFetchError, []);
        return;
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

const assertAllowed = (address: string, { allowedNetworks }: FetchRules): void => {
  if (isPublic(address) || isWithin(address, allowedNetworks)) return;
  throw new ImageFetchError('address-refused');
};

const readAll = async (
  response: IncomingMessage,
  maximumBytes: number,
  signal: AbortSignal,
): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Leaving the loop ends the connection.
    if (bytes > maximumBytes) throw new ImageFetchError('too-large');
    if (signal.aborted) throw new ImageFetchError('timed-out');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
};
