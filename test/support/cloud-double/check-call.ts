import { createHmac } from 'node:crypto';
import type { DoubleAnswer, DoubleCall } from './cloud-double.ts';

/** What the double remembers of keys and calls. */
export interface CallKeeper {
  readonly key: { readonly id: string; readonly secret: string };
  readonly now: () => Date;
  /** Those used already. */
  readonly nonces: Set<string>;
}

const required = [
  ...['Action', 'Version', 'AccessKeyId', 'Signature', 'SignatureMethod', 'SignatureVersion'],
  ...['SignatureNonce', 'Timestamp'],
];
const images = ['SourceImageType', 'SourceImageValue', 'TargetImageType', 'TargetImageValue'];
const quarterHour = 15 * 60_000;

/**
 * Checks a call as the platform does before any service sees it, in the platform's order. Written
 * apart from the product's own signer, so that both cannot be wrong in the same way.
 *
 * @returns the error to answer with, if there is one.
 */
export const checkCall = (call: DoubleCall, keeper: CallKeeper): DoubleAnswer | undefined => {
  const { parameters, method } = call;
  if (method !== 'POST') return refused('UnsupportedHTTPMethod');
  const missing = required.find((name) => (parameters[name] ?? '') === '');
  if (missing !== undefined) return refused(`Missing${missing}`);
  if (parameters['SignatureMethod'] !== 'HMAC-SHA1') return refused('InvalidSignatureMethod');
  const time = parameters['Timestamp'] ?? '';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time)) return refused('InvalidTimeStamp.Format');
  if (Math.abs(Date.parse(time) - keeper.now().getTime()) > quarterHour) {
    return refused('InvalidTimeStamp.Expired');
  }
  if (parameters['AccessKeyId'] !== keeper.key.id)
    return refused('InvalidAccessKeyId.NotFound', 404);
  if (parameters['Signature'] !== signatureOf(call, keeper))
    return refused('SignatureDoesNotMatch');
  const nonce = parameters['SignatureNonce'] ?? '';
  if (keeper.nonces.has(nonce)) return refused('SignatureNonceUsed');
  keeper.nonces.add(nonce);
  if (parameters['Action'] !== 'CompareFaces') return refused('InvalidAction.NotFound', 404);
  if (images.some((name) => (parameters[name] ?? '') === '')) {
    return refused('InvalidParam.ParamMissing', 403);
  }
  return undefined;
};

const refused = (code: string, status = 400): DoubleAnswer => ({ kind: 'error', status, code });

/** RFC 3986, byte by byte. */
const encode = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      if (/[\w.~-]/.test(sign)) return sign;
      return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

const signatureOf = ({ parameters, method }: DoubleCall, { key }: CallKeeper): string => {
  const names = Object.keys(parameters).filter((name) => name !== 'Signature');
  const query = names
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
    .join('&');
  return createHmac('sha1', `${key.secret}&`)
    .update([method, encode('/'), encode(query)].join('&'))
    .digest('base64');
};
