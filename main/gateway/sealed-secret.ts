import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { GatewayError, reasonOf } from './gateway-error.ts';

/** A secret as it lies on disk: AES-256-GCM, every part in Base64. */
export const sealedSecretSchema = z.strictObject({
  nonce: z.base64(),
  sealed: z.base64(),
  tag: z.base64(),
});
export type SealedSecret = z.output<typeof sealedSecretSchema>;

const algorithm = 'aes-256-gcm';
const sealingKeyBytes = 32;

/**
 * Seals a secret. It cannot be hashed as passwords are: checking an HMAC needs the secret itself.
 *
 * @param about - what the secret belongs to. It must be the same again for {@link openSecret}, so that
 *   nobody can put one key's secret into another key's file.
 */
export const sealSecret = (secret: string, sealingKey: Uint8Array, about: string): SealedSecret => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, sealingKey, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
};

/** @throws GatewayError `gateway.keys-unreadable` if it was changed, or sealed with another key. */
export const openSecret = (secret: SealedSecret, sealingKey: Uint8Array, about: string): string => {
  const [nonce, sealed, tag] = [secret.nonce, secret.sealed, secret.tag].map((part) =>
    Buffer.from(part, 'base64'),
  ) as [Buffer, Buffer, Buffer];
  try {
    const decipher = createDecipheriv(algorithm, sealingKey, nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch (cause) {
    const reason = 'a secret does not open with secret.key';
    throw new GatewayError('gateway.keys-unreadable', { reason }, { cause });
  }
};

/**
 * Reads the key that the secrets are sealed with.
 *
 * @throws GatewayError `gateway.keys-unreadable`, `gateway.keys-open-to-others`
 */
export const readSealingKey = async (file: string): Promise<Buffer> => {
  let key: Buffer;
  try {
    const { mode } = await stat(file);
    // Windows has no such modes; there the folder of the user keeps others out.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new GatewayError('gateway.keys-open-to-others', { file });
    }
    key = await readFile(file);
  } catch (cause) {
    if (cause instanceof GatewayError) throw cause;
    const reason = `secret.key: ${reasonOf(cause)}`;
    throw new GatewayError('gateway.keys-unreadable', { reason }, { cause });
  }
  if (key.length === sealingKeyBytes) return key;
  const reason = `secret.key has ${key.length} bytes`;
  throw new GatewayError('gateway.keys-unreadable', { reason });
};

/**
 * Makes the sealing key where there is none yet. Two programs at once end up with one, and none ever
 * sees half of it.
 *
 * @throws GatewayError `gateway.keys-not-written`
 */
export const makeSealingKey = async (file: string): Promise<void> => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, randomBytes(sealingKeyBytes), { mode: 0o600, flag: 'wx' });
    await link(draft, file).catch((cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    });
    await rm(draft);
  } catch (cause) {
    throw new GatewayError('gateway.keys-not-written', { reason: reasonOf(cause) }, { cause });
  }
};
