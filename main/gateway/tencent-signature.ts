import { createHmac } from 'node:crypto';
import { areEqual } from './are-equal.ts';
import { TencentRefusal } from './tencent-refusal.ts';

/** Bytes of the HMAC-SHA1 that comes before the text. */
const digestBytes = 20;

/** What an `Authorization` of `face/compare` says; nothing of it is verified yet. */
export interface TencentSignature {
  readonly appId: string;
  readonly secretId: string;
  /** Seconds since 1970; 0 for a signature that is good for once. */
  readonly expires: number;
  readonly made: number;
  /** What tells one signature from others made in the same second, where the program says so. */
  readonly random: string;
  readonly fileId: string;
  readonly isSignedWith: (secretKey: string) => boolean;
}

/**
 * Reads an `Authorization`: Base64 of 20 bytes HMAC-SHA1, then the text that is signed, `name=value`
 * joined by `&` in any order. It is that text which is checked: every SDK has an order of its own.
 *
 * @throws TencentRefusal `4`, `5`
 */
export const readTencentSignature = (authorization = ''): TencentSignature => {
  if (authorization === '') throw new TencentRefusal('4');
  const bytes = decode(authorization);
  const digest = bytes.subarray(0, digestBytes);
  const text = bytes.subarray(digestBytes);
  const fields = fieldsOf(text.toString('utf8'));
  return {
    appId: needed(fields, 'a'),
    secretId: needed(fields, 'k'),
    expires: seconds(needed(fields, 'e')),
    made: seconds(needed(fields, 't')),
    random: fields.get('r') ?? '',
    fileId: fields.get('f') ?? '',
    isSignedWith: (secretKey) =>
      areEqual(createHmac('sha1', secretKey).update(text).digest(), digest),
  };
};

const decode = (authorization: string): Buffer => {
  const isStandard = authorization.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(authorization);
  const bytes = Buffer.from(isStandard ? authorization : '', 'base64');
  if (bytes.length > digestBytes) return bytes;
  throw new TencentRefusal('5');
};

const fieldsOf = (text: string): ReadonlyMap<string, string> => {
  const pairs = text.split('&').map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new TencentRefusal('5');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const fields = new Map(pairs);
  if (fields.size < pairs.length) throw new TencentRefusal('5');
  return fields;
};

const needed = (fields: ReadonlyMap<string, string>, name: string): string => {
  const value = fields.get(name) ?? '';
  if (value === '') throw new TencentRefusal('5');
  return value;
};

const seconds = (text: string): number => {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new TencentRefusal('5');
};
