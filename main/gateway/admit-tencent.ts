import { randomBytes } from 'node:crypto';
import type { GatewayParts } from './gateway-parts.ts';
import { GatewayError } from './gateway-error.ts';
import type { GatewayKey } from './key-store.ts';
import { clockSlack, signatureWindow } from './limits.ts';
import { isWithin } from './network-address.ts';
import type { TencentForm } from './tencent-form.ts';
import { TencentRefusal } from './tencent-refusal.ts';
import type { TencentSignature } from './tencent-signature.ts';

const nobodysSecret = randomBytes(24).toString('base64url');

/** Seconds. The service's page: at most three months. */
const longestLife = 90 * 24 * 3600;

/**
 * Lets a `face/compare` request in, or says why not, in the order of the service's codes: identity,
 * expiry, digest, replay, then whether the body belongs to the signature, permission and rate.
 *
 * The signature covers neither body nor photographs, and a reusable one may come any number of times:
 * that is the API. TLS is what protects it.
 *
 * @throws {TencentRefusal}
 */
export const admitTencent = async (
  signature: TencentSignature,
  form: TencentForm,
  remoteAddress: string,
  parts: GatewayParts,
): Promise<void> => {
  const key = await keyOf(signature, remoteAddress, parts);
  assertInTime(signature, parts.now());
  if (!signature.isSignedWith(key.secret())) throw new TencentRefusal('14');
  if (signature.expires === 0) await useOnce(signature, parts);
  // That a key is disabled is told to nobody but its owner.
  if (!key.isEnabled) throw new TencentRefusal('11');
  const appId = form.get('appid')?.bytes.toString('utf8') ?? '';
  if (appId === '') throw new TencentRefusal('21');
  if (appId !== signature.appId) throw new TencentRefusal('6');
  if (key.from.length > 0 && !isWithin(remoteAddress, key.from)) throw new TencentRefusal('24');
  const retryAfterMs = await remembering(() => parts.memory.count(`tencent|${key.id}`));
  if (retryAfterMs > 0) throw new TencentRefusal('15', { retryAfterMs });
};

const keyOf = async (
  signature: TencentSignature,
  remoteAddress: string,
  { keys, countStranger }: GatewayParts,
): Promise<GatewayKey> => {
  const { appId, secretId } = signature;
  try {
    const key = await keys.find('tencent', secretId);
    if (key?.appId === appId) return key;
    signature.isSignedWith(nobodysSecret);
    const isAppKnown = await keys.knowsAppId(appId);
    // The codes tell which ids there are; so many are told, and no more.
    const retryAfterMs = await countStranger(remoteAddress);
    if (retryAfterMs > 0) throw new TencentRefusal('15', { retryAfterMs });
    if (!isAppKnown) throw new TencentRefusal('10');
    throw new TencentRefusal(key === undefined ? '11' : '12');
  } catch (cause) {
    throw cause instanceof GatewayError ? new TencentRefusal('107', { cause }) : cause;
  }
};

const assertInTime = ({ expires, made }: TencentSignature, now: Date): void => {
  const seconds = now.getTime() / 1000;
  const window = signatureWindow / 1000;
  const isTooNew = made > seconds + window;
  const isPast =
    expires === 0
      ? made < seconds - window
      : expires <= seconds || expires <= made || expires - made > longestLife;
  if (isTooNew || isPast) throw new TencentRefusal('9');
};

/** A signature that is good for once is bound to a file on the service's storage: usually refused here. */
const useOnce = async (signature: TencentSignature, parts: GatewayParts): Promise<void> => {
  const { secretId, made, random, fileId } = signature;
  if (!parts.settings.tencent.singleUseSignatures || fileId === '') throw new TencentRefusal('5');
  const mark = `tencent|${secretId}|${made}|${random}|${fileId}`;
  const until = made * 1000 + signatureWindow + clockSlack;
  const isNew = await remembering(() => parts.memory.remember(mark, until));
  if (!isNew) throw new TencentRefusal('13');
};

const remembering = async <Value>(work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (cause) {
    throw new TencentRefusal('108', { cause });
  }
};
