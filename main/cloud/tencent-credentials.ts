import { createHmac } from 'node:crypto';
import { readSecrets, type Environment } from './secret.ts';

/** A key pair of the Tencent account, as text. Only {@link createTencentCredentials} should ever hold one. */
export interface TencentKey {
  readonly secretId: string;
  readonly secretKey: string;
}

/** Credentials that can be used but not read, like those of CloudAuth. */
export interface TencentCredentials {
  readonly secretId: () => string;
  /** HMAC-SHA1 of a text, 20 bytes. */
  readonly digest: (text: string) => Buffer;
}

/** Locks a key pair up. */
export const createTencentCredentials = ({
  secretId,
  secretKey,
}: TencentKey): TencentCredentials => ({
  secretId: () => secretId,
  digest: (text) => createHmac('sha1', secretKey).update(text).digest(),
});

const id = 'TENCENTCLOUD_SECRET_ID';
const key = 'TENCENTCLOUD_SECRET_KEY';

/**
 * Reads the credentials from the environment, where the vendor's own tools look for them:
 * `TENCENTCLOUD_SECRET_ID` and `TENCENTCLOUD_SECRET_KEY`; or from the protected files that these names
 * with `_FILE` name.
 *
 * @throws {CloudError} `cloud.no-credentials`, naming the variables that are missing;
 *   `cloud.secret-unreadable`, `cloud.secret-unprotected`
 */
export const readTencentCredentials = (
  environment: Environment = process.env,
): TencentCredentials => {
  const secrets = readSecrets([id, key], environment);
  return createTencentCredentials({ secretId: secrets[id], secretKey: secrets[key] });
};
