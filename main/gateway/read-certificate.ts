import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { GatewaySettings } from '../settings/gateway-settings.ts';
import { GatewayError, reasonOf } from './gateway-error.ts';
import type { Certificate } from './listener.ts';
import { isLoopback } from './network-address.ts';

/**
 * The certificate to serve with; undefined where only this machine is served, in plain HTTP.
 *
 * @throws GatewayError `gateway.tls-required`, `gateway.certificate-unusable`
 */
export const readCertificate = async ({
  host,
  tls,
}: Pick<GatewaySettings, 'host' | 'tls'>): Promise<Certificate | undefined> => {
  if (tls === undefined) {
    if (isLoopback(host)) return undefined;
    throw new GatewayError('gateway.tls-required', { host });
  }
  try {
    const [cert, key] = await Promise.all([readFile(tls.cert, 'utf8'), readFile(tls.key, 'utf8')]);
    createSecureContext({ cert, key });
    return { cert, key };
  } catch (cause) {
    throw new GatewayError('gateway.certificate-unusable', { reason: reasonOf(cause) }, { cause });
  }
};
