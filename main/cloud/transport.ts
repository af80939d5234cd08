import { readFileSync } from 'node:fs';
import { Agent, EnvHttpProxyAgent, ProxyAgent, type Dispatcher } from 'undici';
import { CloudError } from './cloud-error.ts';
import { isLoopback } from './endpoint.ts';

/** How the way to a cloud service is chosen; both left out, the machine's own. */
export interface TransportSettings {
  /**
   * `environment` (the default): as `HTTPS_PROXY` and `NO_PROXY` say. `none`: no proxy, whatever they
   * say. Else the proxy's address; a name and password for it belong into `HTTPS_PROXY`, never here.
   */
  readonly proxy?: string;
  /** PEM of the authorities to trust instead of the well-known ones: for a service, or a proxy that reads along, of the site's own. */
  readonly ca?: string;
}

/** Makes the connections of one exchange; what is left of them after it has to be destroyed. */
export type OpenDispatcher = (connectMs: number) => Dispatcher;

/**
 * Says how one service is connected to. A service on this very machine is never looked for behind a
 * proxy.
 *
 * Nothing is kept open between exchanges: at a counter minutes lie between them, and a connection that
 * went stale meanwhile would cost one of the two tries.
 *
 * Certificates are checked whatever the environment says (`NODE_TLS_REJECT_UNAUTHORIZED`), those of
 * the service behind a proxy as well; and nobody follows a redirect, which could carry pictures to
 * another host.
 *
 * @throws {CloudError} `cloud.proxy-invalid`, at once
 */
export const dispatcherOpener = (endpoint: URL, settings: TransportSettings): OpenDispatcher => {
  const opener = (connectMs: number): Dispatcher => open(endpoint, settings, connectMs);
  // The environment's proxy, too, is better found wrong before a guest is there.
  void opener(1).destroy();
  return opener;
};

const open = (
  endpoint: URL,
  { proxy = 'environment', ca }: TransportSettings,
  connectMs: number,
): Dispatcher => {
  const trusted = ca !== undefined && { ca };
  const tls = { rejectUnauthorized: true, timeout: connectMs, ...trusted };
  // The exchange itself has a time-out, for everything; these would only cut it short in places.
  const options = { connect: tls, headersTimeout: 0, bodyTimeout: 0 };
  if (proxy === 'none' || isLoopback(endpoint.hostname)) return new Agent(options);
  const proxied = { ...options, requestTls: tls, proxyTls: tls };
  try {
    // An empty text for HTTP_PROXY: it says nothing about what goes through TLS.
    return proxy === 'environment'
      ? new EnvHttpProxyAgent({ ...proxied, httpProxy: '' })
      : new ProxyAgent({ ...proxied, uri: proxyAddress(proxy).href });
  } catch (cause) {
    if (cause instanceof CloudError) throw cause;
    // The cause would quote the address, and with it a password.
    throw new CloudError('cloud.proxy-invalid');
  }
};

const proxyAddress = (text: string): URL => {
  if (!URL.canParse(text)) throw new CloudError('cloud.proxy-invalid');
  const url = new URL(text);
  const isKnown = ['http:', 'https:'].includes(url.protocol);
  if (!isKnown || url.username !== '' || url.password !== '') {
    throw new CloudError('cloud.proxy-invalid');
  }
  return url;
};

/**
 * Reads the authorities a site trusts.
 *
 * @throws {CloudError} `cloud.ca-unreadable`
 */
export const readAuthorities = (file: string): string => {
  try {
    const pem = readFileSync(file, 'utf8');
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new CloudError('cloud.ca-unreadable', { file, reason }, { cause });
  }
  throw new CloudError('cloud.ca-unreadable', { file, reason: 'no PEM certificate' });
};
