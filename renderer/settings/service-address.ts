/**
 * The address of a service: encrypted, without a path or a name in front of the host, which the
 * cloud's signature does not cover. Only a service on this very machine may go without encryption.
 */
export const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { href, origin, protocol, hostname } = new URL(text);
  const isEncrypted = protocol === 'https:';
  return href === `${origin}/` && (isEncrypted || (protocol === 'http:' && isHere(hostname)));
};

/** The address of a proxy; a password for it would lie in a plain file. */
export const isProxy = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
};

/** Whether what the gateway is reached at is this machine alone; the station itself knows better. */
export const isLoopbackHost = (host: string): boolean => {
  const address = `http://${host.includes(':') ? `[${host}]` : host}`;
  return URL.canParse(address) && isHere(new URL(address).hostname);
};

/** @param hostname - as the URL parser writes it. */
const isHere = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
