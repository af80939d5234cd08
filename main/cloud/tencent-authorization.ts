import type { TencentCredentials } from './tencent-credentials.ts';

/** What a signature of Tencent's image service says. */
export interface TencentSignatureFields {
  readonly appId: string;
  /** Made at, and good until; seconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
  /** An unsigned number of up to ten digits. */
  readonly random: number;
}

/**
 * The text that is signed, in the order of the vendor's Node SDK: without a bucket, which the service
 * left behind long ago, with `u=0` for nobody in particular and `f` empty, which makes it reusable
 * until it expires. Its values are not percent-encoded.
 */
export const signatureText = (
  { appId, createdAt, expiresAt, random }: TencentSignatureFields,
  secretId: string,
): string => `a=${appId}&k=${secretId}&e=${expiresAt}&t=${createdAt}&r=${random}&u=0&f=`;

/**
 * The `Authorization` header: Base64 of the digest's 20 bytes and then the text itself.
 *
 * It covers neither body nor path: whoever saw it could send other pictures with it until it expires.
 * TLS has to protect it.
 */
export const tencentAuthorization = (text: string, { digest }: TencentCredentials): string =>
  Buffer.concat([digest(text), Buffer.from(text, 'utf8')]).toString('base64');
