import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from './app.ts';
import { settings } from './control.ts';

/** Stands for the keychain: a key of this application on this machine. */
const keyOfMachine = (): Buffer => {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready');
  const file = join(settings.userData, 'stand-in-key');
  if (existsSync(file)) return readFileSync(file);
  mkdirSync(settings.userData, { recursive: true });
  const key = randomBytes(32);
  writeFileSync(file, key, { mode: 0o600 });
  return key;
};

// The version that Chromium's own encryption writes before what it encrypted.
const mark = Buffer.from('v10');

const encrypt = (text: string): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOfMachine(), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([mark, nonce, cipher.getAuthTag(), sealed]);
};

const decrypt = (sealed: Buffer): string => {
  if (!sealed.subarray(0, 3).equals(mark))
    throw new Error('Error while decrypting the ciphertext.');
  const decipher = createDecipheriv('aes-256-gcm', keyOfMachine(), sealed.subarray(3, 15));
  decipher.setAuthTag(sealed.subarray(15, 31));
  return Buffer.concat([decipher.update(sealed.subarray(31)), decipher.final()]).toString('utf8');
};

/** Secrets bound to this machine. Unlike Electron's, the key lies beside them. */
export const safeStorage = {
  isEncryptionAvailable: () => app.isReady(),
  encryptString: encrypt,
  decryptString: decrypt,
  isAsyncEncryptionAvailable: () => Promise.resolve(app.isReady()),
  encryptStringAsync: async (text) => Promise.resolve(encrypt(text)),
  decryptStringAsync: async (sealed) =>
    Promise.resolve({ result: decrypt(sealed), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => 'basic_text' as const,
} satisfies Pick<
  Electron.SafeStorage,
  | 'isEncryptionAvailable'
  | 'encryptString'
  | 'decryptString'
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;
