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
  const reason = reasonOf(caught);
  const code = certificateCode.test(reason) ? 'cloud.untrusted' : 'cloud.unreachable';
  return new CloudError(code, { host: endpoint.host, reason }, { cause: caught });
};

/**
 * `ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`; the innermost one, which undici may wrap; the name
 * where there is no code; and what a proxy answered instead of letting us through.
 */
const reasonOf = (caught: unknown): string => {
  if (!(caught instanceof Error)) return typeof caught;
  const proxy = /^Proxy response \((\d{3})\)/.exec(caught.message);
  if (proxy?.[1] !== undefined) return `proxy: HTTP ${proxy[1]}`;
  const inner = innermost(caught);
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
};

/** Three are more than anybody wraps. */
const innermost = (error: Error, depth = 3): Error =>
  depth > 0 && error.cause instanceof Error ? innermost(error.cause, depth - 1) : error;
