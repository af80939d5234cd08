import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ServedRequest } from './http-server.ts';

export interface MetricsSource {
  readonly queue: () => { readonly waiting: number; readonly comparing: number };
  readonly heldBytes: () => number;
  /** How often the engine's process had to be started again. */
  readonly engineRestarts: () => number;
}

/** What an operator's monitoring sees of the gateway. Nothing in it says whose requests they were. */
export interface GatewayMetrics {
  readonly observe: (served: ServedRequest) => void;
  /** The Prometheus text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Seconds. A comparison takes some hundredths; clients give up after three or more. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const createMetrics = ({
  queue,
  heldBytes,
  engineRestarts,
}: MetricsSource): GatewayMetrics => {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'witness_gateway_requests_total',
    help: 'Requests answered, by API and the code of the answer.',
    labelNames: ['api', 'code'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'witness_gateway_request_duration_seconds',
    help: 'Time from the headers of a request to its answer.',
    labelNames: ['api'] as const,
    buckets,
    registers,
  });
  new Gauge({
    name: 'witness_gateway_queue',
    help: 'Comparisons waiting for the engine, and being compared.',
    labelNames: ['state'] as const,
    registers,
    collect() {
      const { waiting, comparing } = queue();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'comparing' }, comparing);
    },
  });
  new Gauge({
    name: 'witness_gateway_held_bytes',
    help: 'Bytes of the bodies of requests being served.',
    registers,
    collect() {
      this.set(heldBytes());
    },
  });
  new Gauge({
    name: 'witness_engine_restarts_total',
    help: 'How often the process of the face engine had to be started again.',
    registers,
    collect() {
      this.set(engineRestarts());
    },
  });
  return {
    observe: ({ api, code, ms, id }) => {
      requests.inc({ api, code });
      if (id !== undefined) seconds.observe({ api }, ms / 1000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
