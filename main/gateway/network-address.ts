import ipaddr from 'ipaddr.js';

/** An IPv4 address inside an IPv6 one is judged as the IPv4 address that it is. */
const parse = (address: string): ipaddr.IPv4 | ipaddr.IPv6 => ipaddr.process(address);

/** Whether a host, as written in the settings, is this machine alone. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (ipaddr.isValid(host) && parse(host).range() === 'loopback');

/**
 * Whether an address is one of the public Internet: not private, loopback, link-local, shared,
 * multicast, reserved, nor one that leads to an IPv4 address by way of a translator.
 */
export const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && parse(address).range() === 'unicast';

/** Whether an address lies in one of some networks such as `10.0.0.0/8`. */
export const isWithin = (address: string, networks: readonly string[]): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const wanted = parse(address);
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network);
    return base.kind() === wanted.kind() && wanted.match(base, bits);
  });
};
