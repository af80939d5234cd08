import { rpcSignature } from './rpc-signature.ts';
import { readSecret, readSecrets, type Environment } from './secret.ts';

/** A key pair of the cloud account, as text. Only {@link createCloudCredentials} should ever hold one. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Of temporary credentials (STS). */
  readonly securityToken?: string;
}

/**
 * Credentials that can be used but not read: the secret stays in a closure, so that no log, no error
 * and no inspection of an object that holds them can show it.
 */
export interface CloudCredentials {
  /** The parameters that say whose request it is; they are sent, and belong in no log either. */
  readonly identity: () => Readonly<Record<string, string>>;
  /** Signs a text (RPC signature version 1). */
  readonly sign: (text: string) => string;
}

/** Locks a key pair up. */
export const createCloudCredentials = ({
  accessKeyId,
  accessKeySecret,
  securityToken,
}: AccessKey): CloudCredentials => ({
  identity: () => ({
    AccessKeyId: accessKeyId,
    ...(securityToken !== undefined && { SecurityToken: securityToken }),
  }),
  sign: (text) => rpcSignature(text, accessKeySecret),
});

const keyId = 'ALIBABA_CLOUD_ACCESS_KEY_ID';
const keySecret = 'ALIBABA_CLOUD_ACCESS_KEY_SECRET';
const token = 'ALIBABA_CLOUD_SECURITY_TOKEN';

/**
 * Reads the credentials from the environment, where the vendor's own tools look for them:
 * `ALIBABA_CLOUD_ACCESS_KEY_ID`, `ALIBABA_CLOUD_ACCESS_KEY_SECRET` and, for temporary ones,
 * `ALIBABA_CLOUD_SECURITY_TOKEN`; or from the protected files that these names with `_FILE` name.
 *
 * @throws {CloudError} `cloud.no-credentials`, naming the variables that are missing;
 *   `cloud.secret-unreadable`, `cloud.secret-unprotected`
 */
export const readCloudCredentials = (environment: Environment = process.env): CloudCredentials => {
  const secrets = readSecrets([keyId, keySecret], environment);
  const securityToken = readSecret(token, environment);
  return createCloudCredentials({
    accessKeyId: secrets[keyId],
    accessKeySecret: secrets[keySecret],
    ...(securityToken !== '' && { securityToken }),
  });
};
