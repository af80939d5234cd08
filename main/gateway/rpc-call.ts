import { canonicalQuery, rpcSignature, stringToSign } from '../cloud/rpc-signature.ts';
import { areEqual } from './are-equal.ts';
import type { CloudauthCall, CloudauthParts } from './cloudauth-call.ts';
import { CloudauthRefusal } from './cloudauth-refusal.ts';

const required = [
  ...(['Action', 'Version', 'AccessKeyId', 'Signature', 'SignatureMethod'] as const),
  ...(['SignatureVersion', 'SignatureNonce', 'Timestamp'] as const),
];

/** HMAC-SHA1 in Base64: 20 bytes. */
const signaturePattern = /^[A-Za-z0-9+/]{27}=$/;

/**
 * Reads a call signed with RPC signature version 1, wherever its parameters are: all in the body, all in
 * the address, or the images in the body and the rest in the address. `x-acs-action` and
 * `x-acs-version` are not signed here, and not read.
 *
 * @throws CloudauthRefusal `Missing…`, `InvalidSignatureMethod`, `IncompleteSignature`
 */
export const rpcCallOf = ({ request, parameters }: CloudauthParts): CloudauthCall => {
  const valueOf = (name: string): string => parameters.get(name) ?? '';
  const missing = required.find((name) => valueOf(name) === '');
  if (missing !== undefined) throw new CloudauthRefusal(`Missing${missing}`);
  if (valueOf('SignatureMethod') !== 'HMAC-SHA1' || valueOf('SignatureVersion') !== '1.0') {
    throw new CloudauthRefusal('InvalidSignatureMethod');
  }
  const signature = valueOf('Signature');
  if (!signaturePattern.test(signature)) throw new CloudauthRefusal('IncompleteSignature');
  const method = request.method === 'GET' ? 'GET' : 'POST';
  return {
    accessKeyId: valueOf('AccessKeyId'),
    nonce: valueOf('SignatureNonce'),
    timestamp: valueOf('Timestamp'),
    action: valueOf('Action'),
    version: valueOf('Version'),
    // The platform's default where nothing is said.
    format: valueOf('Format') || 'XML',
    securityToken: parameters.get('SecurityToken'),
    parameters,
    isSignedWith: (secret) => {
      const { Signature: _, ...signed } = Object.fromEntries(parameters);
      const text = stringToSign(method, canonicalQuery(signed));
      return areEqual(rpcSignature(text, secret), signature);
    },
  };
};
