import { createHash, createHmac, randomUUID } from 'node:crypto';
import { capturedKey } from '../captured/cloudauth-calls.ts';
import { capturedPair } from '../captured/tencent-requests.ts';
import type { Sent } from './send.ts';

/** Written apart from the product's own signers, so that both cannot be wrong in the same way. */
export const percentEncode = (text: string): string =>
  text.replace(/[^\w.~-]/gu, (sign) => {
    const bytes = [...Buffer.from(sign, 'utf8')];
    return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });

export const formOf = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');

type Parameters = Readonly<Record<string, string>>;
/** What a test wants different; undefined leaves one out. */
type Changes = Readonly<Record<string, string | undefined>>;

const defined = (values: Changes): Parameters =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** `2026-11-20T23:26:59Z` */
export const timestampOf = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** The common parameters of a call. */
export const rpcParameters = (changes: Changes = {}): Parameters =>
  defined({
    Action: 'CompareFaces',
    Version: '2019-03-07',
    Format: 'JSON',
    AccessKeyId: capturedKey.id,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: timestampOf(new Date()),
    ...changes,
  });

export const rpcSignatureOf = (
  parameters: Parameters,
  { method = 'POST', secret = capturedKey.secret } = {},
): string => {
  const sorted = Object.fromEntries(
    Object.keys(parameters)
      .sort()
      .map((name) => [name, parameters[name] ?? '']),
  );
  const text = [method, '%2F', percentEncode(formOf(sorted))].join('&');
  return createHmac('sha1', `${secret}&`).update(text).digest('base64');
};

/** A call with everything in the body, signed. */
export const rpcCall = (parameters: Parameters, secret?: string): Sent => ({
  headers: formType,
  body: formOf({
    ...parameters,
    Signature: rpcSignatureOf(parameters, { ...(secret !== undefined && { secret }) }),
  }),
});

/** A call with the newer signature: images in the body, the rest in headers. */
export const acs3Call = (
  images: Parameters,
  {
    secret = capturedKey.secret,
    headers: changes = {},
    authorization,
  }: {
    readonly secret?: string;
    readonly headers?: Changes;
    /** Rewrites the finished header. */
    readonly authorization?: (text: string) => string;
  } = {},
): Sent => {
  const body = formOf(images);
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const headers = defined({
    host: 'gateway.example',
    ...formType,
    'x-acs-action': 'CompareFaces',
    'x-acs-version': '2019-03-07',
    'x-acs-date': timestampOf(new Date()),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-content-sha256': sha256(body),
    ...changes,
  });
  const names = Object.keys(headers).sort();
  const canonical = [
    'POST',
    '/',
    '',
    ...names.map((name) => `${name}:${headers[name] ?? ''}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n');
  const signature = createHmac('sha256', secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex');
  const text = `ACS3-HMAC-SHA256 Credential=${capturedKey.id},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { headers: { ...headers, authorization: authorization?.(text) ?? text }, body };
};

/** The parameters of two photographs. */
export const imageParameters = (
  source: Uint8Array,
  target: Uint8Array,
  changes: Changes = {},
): Parameters =>
  defined({
    SourceImageType: 'FacePic',
    SourceImageValue: `base64://${Buffer.from(source).toString('base64')}`,
    TargetImageType: 'IDPic',
    TargetImageValue: `base64://${Buffer.from(target).toString('base64')}`,
    ...changes,
  });

/** An `Authorization` of `face/compare`: the fields in the order given. */
export const tencentAuthorization = (
  changes: Readonly<Record<string, string | number | undefined>> = {},
  secret: string = capturedPair.secretKey,
): string => {
  const now = Math.floor(Date.now() / 1000);
  const usual = { a: capturedPair.appId, k: capturedPair.secretId, e: now + 100, t: now, r: 77 };
  const fields: typeof changes = { ...usual, ...changes };
  const text = Object.entries(fields)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join('&');
  const digest = createHmac('sha1', secret).update(text).digest();
  return Buffer.concat([digest, Buffer.from(text)]).toString('base64');
};

const boundary = '----gateway-test-boundary';

/** A multipart body; text or bytes by name. */
export const multipart = (
  parts: readonly (readonly [name: string, value: string | Uint8Array])[],
): { readonly type: string; readonly body: Buffer } => ({
  type: `multipart/form-data; boundary=${boundary}`,
  body: Buffer.concat([
    ...parts.flatMap(([name, value]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]),
});

/** A `face/compare` request of two photographs. */
export const tencentCall = (
  parts: readonly (readonly [name: string, value: string | Uint8Array])[],
  authorization = tencentAuthorization(),
): Sent => {
  const { type, body } = multipart([['appid', capturedPair.appId], ...parts]);
  return {
    path: '/face/compare',
    headers: { 'content-type': type, authorization },
    body,
  };
};
