import { acs3CallOf } from './acs3-call.ts';
import { acs3Scheme } from './acs3-signature.ts';
import { CloudauthRefusal } from './cloudauth-refusal.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { rpcCallOf } from './rpc-call.ts';

/** Who calls what, as the request says; nothing of it is verified yet. */
export interface CloudauthCall {
  readonly accessKeyId: string;
  readonly nonce: string;
  /** `2026-11-20T23:26:59Z` */
  readonly timestamp: string;
  readonly action: string;
  readonly version: string;
  /** Undefined where the scheme has none and the reply is JSON. */
  readonly format: string | undefined;
  readonly securityToken: string | undefined;
  /** Everything else, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Whether the request carries the signature this secret gives it. */
  readonly isSignedWith: (accessKeySecret: string) => boolean;
}

/** The parts of a request that can be looked at before who sent it is known. */
export interface CloudauthParts {
  readonly request: Pick<GatewayRequest, 'method' | 'headers' | 'headerNames'>;
  readonly query: ReadonlyMap<string, string>;
  /** Of the address and the body together. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** The two ways of signing a call. */
export type CloudauthScheme = 'acs3' | 'rpc';

/**
 * Which way a call is signed. There is no falling back from one to the other.
 *
 * @throws CloudauthRefusal `IncompleteSignature` where it is a third one.
 */
export const schemeOf = (authorization = ''): CloudauthScheme => {
  if (authorization === '') return 'rpc';
  if (authorization.startsWith(`${acs3Scheme} `)) return 'acs3';
  throw new CloudauthRefusal('IncompleteSignature');
};

/**
 * Reads the common parts of a call.
 *
 * @throws CloudauthRefusal `IncompleteSignature`, `Missing…`, `InvalidSignatureMethod`,
 *   `InvalidParameter.Repeated`
 */
export const callOf = (scheme: CloudauthScheme, parts: CloudauthParts): CloudauthCall =>
  scheme === 'acs3' ? acs3CallOf(parts) : rpcCallOf(parts);
