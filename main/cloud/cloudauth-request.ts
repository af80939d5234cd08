import type { CompareFacesRequest } from '../compare/contract.ts';
import { CloudError } from './cloud-error.ts';
import type { CloudCredentials } from './credentials.ts';
import { imageValueOf } from './image-value.ts';
import { signedForm, type RpcParameters } from './rpc-signature.ts';

/** Bytes of a request's body (CompareFaces page: "单个请求的Body有8M的大小限制"). */
export const maximumBodyBytes = 8 * 1024 * 1024;

/** What makes every try of a request another one. */
export interface RequestMark {
  /** Never used before with this key; a used one is refused as a replay. */
  readonly nonce: string;
  /** The service allows its clock and this to differ by 15 minutes. */
  readonly time: Date;
}

/** The two photographs of a comparison as the parameters of a call. */
export type ImageParameters = Readonly<
  Record<'SourceImageType' | 'SourceImageValue' | 'TargetImageType' | 'TargetImageValue', string>
>;

/** The photographs, which fit already, as `CompareFaces` takes them. */
export const imageParameters = ({ source, target }: CompareFacesRequest): ImageParameters => ({
  SourceImageType: source.type,
  SourceImageValue: imageValueOf(source.image),
  TargetImageType: target.type,
  TargetImageValue: imageValueOf(target.image),
});

/**
 * The body of one `CompareFaces` call, version 2019-03-07, signed with RPC signature version 1.
 *
 * Every parameter is in the form, none in the address: proxies write addresses into their logs.
 *
 * @throws {CloudError} `cloud.request-too-large`; possible with two allowed photographs, since three
 * bytes stand for each `+`, `/` and `=` of their Base64.
 */
export const compareFacesForm = (
  images: Partial<ImageParameters>,
  credentials: CloudCredentials,
  { nonce, time }: RequestMark,
): Buffer => {
  const parameters: RpcParameters = {
    Action: 'CompareFaces',
    Version: '2019-03-07',
    RegionId: 'cn-hangzhou',
    Format: 'JSON',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: nonce,
    Timestamp: timestamp(time),
    ...credentials.identity(),
    ...images,
  };
  const form = Buffer.from(signedForm(parameters, credentials.sign), 'ascii');
  if (form.length > maximumBodyBytes) {
    const data = { bytes: form.length, limit: maximumBodyBytes };
    throw new CloudError('cloud.request-too-large', data);
  }
  return form;
};

/** UTC to the second: `2026-11-20T23:26:59Z`. */
const timestamp = (time: Date): string => time.toISOString().replace(/\.\d{3}Z$/, 'Z');
