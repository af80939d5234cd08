import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { UpdateError } from './update-error.ts';

/**
 * The key that updates are checked against.
 *
 * @param text - an Ed25519 public key as SubjectPublicKeyInfo (RFC 8410) in base64, on one line, as
 *   `openssl pkey -pubout -outform DER | openssl base64 -A` prints it.
 * @throws UpdateError `update.bad-key`
 */
export const readUpdateKey = (text: string): KeyObject => {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  } catch (cause) {
    throw new UpdateError('update.bad-key', {}, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new UpdateError('update.bad-key');
  return key;
};

/**
 * Whether a text is what the holder of the key signed (Ed25519, RFC 8032).
 *
 * @param signature - the 64 bytes of the signature in base64.
 */
export const isSignedBy = (key: KeyObject, text: string, signature: string): boolean =>
  verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
