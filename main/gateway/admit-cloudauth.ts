import { randomBytes } from 'node:crypto';
import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CloudauthCall } from './cloudauth-call.ts';
import { CloudauthRefusal } from './cloudauth-refusal.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { GatewayKey } from './key-store.ts';
import { clockSlack, signatureWindow } from './limits.ts';
import { isWithin } from './network-address.ts';

/** What requests with an unknown key are checked against, so that they take as long as others. */
const nobodysSecret = randomBytes(24).toString('base64url');

/** `CompareFaces` as it has been since 2017; the newest two are in use. */
const versions = [
  ...['2017-09-12', '2017-11-17', '2018-05-04', '2018-07-03', '2018-08-07', '2018-09-16'],
  '2019-03-07',
];

/**
 * Lets a call in, or says why not, in the platform's order: time, key, signature, replay, what is
 * called, permission, rate. Of a key nothing is told but that there is none, before the signature
 * holds; and only then is the nonce remembered, else strangers could use up other people's nonces.
 *
 * @throws {CloudauthRefusal}; {CompareFacesError} `Error.NoPermissionAccess`; {GatewayError}
 */
export const admitCloudauth = async (
  call: CloudauthCall,
  remoteAddress: string,
  parts: GatewayParts,
): Promise<void> => {
  const time = timeOf(call.timestamp);
  if (Math.abs(parts.now().getTime() - time) > signatureWindow) {
    throw new CloudauthRefusal('InvalidTimeStamp.Expired');
  }
  const key = await keyOf(call, remoteAddress, parts);
  const mark = `cloudauth|${call.accessKeyId}|${call.nonce}`;
  if (!(await parts.memory.remember(mark, time + signatureWindow + clockSlack))) {
    throw new CloudauthRefusal('SignatureNonceUsed');
  }
  // This gateway gives out no temporary credentials.
  if (call.securityToken !== undefined) {
    throw new CloudauthRefusal('InvalidSecurityToken.Malformed');
  }
  if (call.action !== 'CompareFaces') throw new CloudauthRefusal('InvalidAction.NotFound');
  if (!versions.includes(call.version)) throw new CloudauthRefusal('InvalidVersion');
  if (call.format !== undefined && !/^(json|xml)$/i.test(call.format)) {
    throw new CloudauthRefusal('InvalidParameter.Format');
  }
  if (key.from.length > 0 && !isWithin(remoteAddress, key.from)) {
    throw new CompareFacesError('Error.NoPermissionAccess');
  }
  const retryAfterMs = await parts.memory.count(`cloudauth|${key.id}`);
  if (retryAfterMs > 0) throw new CloudauthRefusal('Throttling.User', { retryAfterMs });
};

/** `Code` of a success in the version that was called. */
export const successCodeOf = (
  version: string,
  { successCode }: GatewayParts['settings']['cloudauth'],
): string => {
  if (successCode !== 'by-version') return successCode;
  return version < '2019' ? '1' : '200';
};

const timeOf = (timestamp: string): number => {
  const time = Date.parse(timestamp);
  const isStrict = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp);
  // The 30th of February is parsed as well, as the 2nd of March.
  if (
    isStrict &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(timestamp.slice(0, 19))
  )
    return time;
  throw new CloudauthRefusal('InvalidTimeStamp.Format');
};

const keyOf = async (
  call: CloudauthCall,
  remoteAddress: string,
  { keys, countStranger }: GatewayParts,
): Promise<GatewayKey> => {
  const key = await keys.find('cloudauth', call.accessKeyId);
  const isSigned = call.isSignedWith(key?.secret() ?? nobodysSecret);
  if (key === undefined) {
    const retryAfterMs = await countStranger(remoteAddress);
    if (retryAfterMs > 0) throw new CloudauthRefusal('Throttling', { retryAfterMs });
    throw new CloudauthRefusal('InvalidAccessKeyId.NotFound');
  }
  if (!isSigned) throw new CloudauthRefusal('SignatureDoesNotMatch');
  if (!key.isEnabled) throw new CloudauthRefusal('InvalidAccessKeyId.Inactive');
  return key;
};
