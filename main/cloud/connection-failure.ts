import { CloudError } from './cloud-error.ts';

/** Codes of Node and OpenSSL for a certificate that is not what it should be. */
const certificateCode =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|INVALID_CA)/;

/**
 * Says what an exchange that brought no reply failed of.
 *
 * @returns `cloud.untrusted` for a bad certificate, else `cloud.unreachable`; one of our own errors
 * as it is.
 */
export const connectionFailure = (caught: unknown, endpoint: URL): CloudError => {
  if (caught instanceof CloudError) return caught;
  const reason = codeOf(caught);
  const code = certificateCode.test(reason) ? 'cloud.untrusted' : 'cloud.unreachable';
  return new CloudError(code, { host: endpoint.host, reason }, { cause: caught });
};

/** `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`; the name where there is no code. */
const codeOf = (caught: unknown): string => {
  if (!(caught instanceof Error)) return typeof caught;
  return 'code' in caught && typeof caught.code === 'string' ? caught.code : caught.name;
};
