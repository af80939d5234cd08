import { createHash, createHmac } from 'node:crypto';
import { percentEncode } from '../cloud/percent-encode.ts';

/** The scheme's name, as `Authorization` begins with it. */
export const acs3Scheme = 'ACS3-HMAC-SHA256';

/** What the signature covers. */
export interface Acs3Request {
  readonly method: string;
  /** Parameters of the address, decoded. */
  readonly query: ReadonlyMap<string, string>;
  /** The signed headers in the order they are signed in, names in small letters. */
  readonly signedHeaders: readonly (readonly [name: string, value: string])[];
  /** SHA-256 of the body in hex. */
  readonly bodySha256: string;
}

/** The request in the one form that is signed. Its path is always `/`. */
export const canonicalRequest = (request: Acs3Request): string =>
  [
    request.method,
    '/',
    canonicalQuery(request.query),
    ...request.signedHeaders.map(([name, value]) => `${name}:${value.trim()}`),
    '',
    request.signedHeaders.map(([name]) => name).join(';'),
    request.bodySha256,
  ].join('\n');

/** HMAC-SHA256 in hex. The key is the secret as it is: no `&` after it, unlike version 1. */
export const acs3Signature = (request: Acs3Request, accessKeySecret: string): string => {
  const text = `${acs3Scheme}\n${sha256(canonicalRequest(request))}`;
  return createHmac('sha256', accessKeySecret).update(text).digest('hex');
};

export const sha256 = (value: string | Uint8Array): string =>
  createHash('sha256').update(value).digest('hex');

const canonicalQuery = (query: ReadonlyMap<string, string>): string =>
  [...query]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
