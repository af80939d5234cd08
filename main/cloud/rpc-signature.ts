import { createHmac } from 'node:crypto';
import { percentEncode } from './percent-encode.ts';

/** Parameters of a request by name, decoded. Their names are ASCII. */
export type RpcParameters = Readonly<Record<string, string>>;

/**
 * Parameters sorted by name and percent-encoded, `name=value` joined by `&` (RPC signature version 1).
 * This text is at once what is signed and, for a form, what is sent.
 */
export const canonicalQuery = (parameters: RpcParameters): string =>
  Object.entries(parameters)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');

/**
 * The text that RPC signature version 1 signs: method, the path `/`, and the canonical query encoded
 * once more. Host and headers are not covered; TLS has to protect those.
 *
 * @param canonical - {@link canonicalQuery} of every parameter but `Signature`.
 */
export const stringToSign = (method: 'GET' | 'POST', canonical: string): string =>
  `${method}&%2F&${percentEncode(canonical)}`;

/** HMAC-SHA1 in Base64. The key is the secret with an `&` after it, even where no token follows. */
export const rpcSignature = (text: string, accessKeySecret: string): string =>
  createHmac('sha1', `${accessKeySecret}&`).update(text).digest('base64');

/**
 * A signed form body: every parameter in it, `Signature` last.
 *
 * @param sign - makes the signature of a {@link stringToSign}.
 */
export const signedForm = (parameters: RpcParameters, sign: (text: string) => string): string => {
  const canonical = canonicalQuery(parameters);
  const signature = sign(stringToSign('POST', canonical));
  return `${canonical}&Signature=${percentEncode(signature)}`;
};
