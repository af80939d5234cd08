import type { DraftProblem, Findings } from './draft-problem.ts';
import { figure } from './figure-ranges.ts';
import type { GatewayDraft } from './gateway-draft.ts';
import { isLoopbackHost } from './service-address.ts';

/** What is wrong with the gateway. Where it is not enabled, its fields are not in use. */
export const gatewayFindings = (gateway: GatewayDraft): Findings => {
  const { enabled, port, metricsPort, requests, seconds } = gateway;
  if (!enabled) return {};
  const [host, cert, key] = [gateway.host.trim(), gateway.cert.trim(), gateway.key.trim()];
  // Other machines are served with TLS only; and a certificate is of no use without its key.
  const needsTls = !isLoopbackHost(host) || cert !== '' || key !== '';
  return {
    'gateway.host': missingWhere(host === ''),
    'gateway.port': figure('gateway.port', port),
    'gateway.metricsPort': figure('gateway.metricsPort', metricsPort),
    'gateway.tls.cert': missingWhere(needsTls && cert === ''),
    'gateway.tls.key': missingWhere(needsTls && key === ''),
    'gateway.rate.requests': figure('gateway.rate.requests', requests),
    'gateway.rate.seconds': figure('gateway.rate.seconds', seconds),
  };
};

const missingWhere = (isMissing: boolean): DraftProblem | undefined =>
  isMissing ? { kind: 'missing' } : undefined;
