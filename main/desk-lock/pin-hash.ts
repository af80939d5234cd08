import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/**
 * How a PIN is kept. Ten thousand PINs of four digits are tried in minutes whatever the function, so
 * this protects a PIN that is used elsewhere, too, no more; who reads the file is at the computer anyway.
 */
export const pinHashSchema = z.strictObject({
  formatVersion: z.literal(1),
  salt: z.base64().length(24),
  hash: z.base64().length(44),
});
export type PinHash = z.output<typeof pinHashSchema>;

/** OWASP's parameters for scrypt: 32 MB, and a tenth of a second. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const;

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

export const hashPin = async (pin: string): Promise<PinHash> => {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt);
  return { formatVersion: 1, salt: salt.toString('base64'), hash: hash.toString('base64') };
};

export const isPin = async (pin: string, { salt, hash }: PinHash): Promise<boolean> =>
  timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64')), Buffer.from(hash, 'base64'));
