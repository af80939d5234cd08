import { acs3Scheme, acs3Signature, sha256 } from './acs3-signature.ts';
import { areEqual } from './are-equal.ts';
import type { CloudauthCall, CloudauthParts } from './cloudauth-call.ts';
import { CloudauthRefusal, type RefusalCode } from './cloudauth-refusal.ts';

const required: readonly (readonly [header: string, code: RefusalCode])[] = [
  ['x-acs-action', 'MissingAction'],
  ['x-acs-version', 'MissingVersion'],
  ['x-acs-signature-nonce', 'MissingSignatureNonce'],
  ['x-acs-date', 'MissingTimestamp'],
  ['x-acs-content-sha256', 'MissingParameter'],
  ['host', 'MissingParameter'],
];

const authorizationPattern = new RegExp(
  `^${acs3Scheme} +Credential=([^,\\s]+), *SignedHeaders=([^,\\s]+), *Signature=([0-9a-f]{64})$`,
);

/**
 * Reads a call signed with ACS3-HMAC-SHA256: everything but the images is in headers.
 *
 * @throws CloudauthRefusal `InvalidParameter.Repeated`, `IncompleteSignature`, `Missing…`
 */
export const acs3CallOf = (parts: CloudauthParts): CloudauthCall => {
  const { headers, headerNames } = parts.request;
  const valueOf = (name: string): string => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  // Of a header that comes twice, one reader takes the first and another the last.
  const once = headerNames.filter((name) => mustBeSigned(name) || name === 'authorization');
  if (new Set(once).size < once.length) throw new CloudauthRefusal('InvalidParameter.Repeated');
  const match = authorizationPattern.exec(valueOf('authorization'));
  const [, accessKeyId, names, signature] = match ?? [];
  if (accessKeyId === undefined || names === undefined || signature === undefined) {
    throw new CloudauthRefusal('IncompleteSignature');
  }
  const missing = required.find(([name]) => valueOf(name) === '');
  if (missing !== undefined) throw new CloudauthRefusal(missing[1]);
  const securityToken = headers['x-acs-security-token'] as string | undefined;
  if (securityToken === undefined && valueOf('x-acs-credentials-provider') === 'static_sts') {
    throw new CloudauthRefusal('MissingSecurityToken');
  }
  const signedNames = names.split(';');
  return {
    accessKeyId,
    nonce: valueOf('x-acs-signature-nonce'),
    timestamp: valueOf('x-acs-date'),
    action: valueOf('x-acs-action'),
    version: valueOf('x-acs-version'),
    format: undefined,
    securityToken,
    parameters: parts.parameters,
    isSignedWith: (secret) => {
      const bodySha256 = sha256(parts.body);
      const expected = acs3Signature(
        {
          method: parts.request.method,
          query: parts.query,
          signedHeaders: signedNames.map((name) => [name, valueOf(name)]),
          bodySha256,
        },
        secret,
      );
      // All of it is worked out each time, so that the time taken does not say what was wrong.
      const isWhole = areEqual(bodySha256, valueOf('x-acs-content-sha256'));
      return areEqual(expected, signature) && isWhole && coversAll(signedNames, headerNames);
    },
  };
};

const mustBeSigned = (name: string): boolean =>
  name === 'host' || name === 'content-type' || name.startsWith('x-acs-');

/** Whether a list of signed headers is in the standard form, and holds all that must be signed. */
const coversAll = (signed: readonly string[], present: readonly string[]): boolean =>
  signed.every((name, index) => name > (signed[index - 1] ?? '') && name === name.toLowerCase()) &&
  signed.every((name) => present.includes(name)) &&
  present.filter(mustBeSigned).every((name) => signed.includes(name));
