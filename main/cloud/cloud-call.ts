import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createCircuit } from './circuit.ts';
import { CloudError } from './cloud-error.ts';
import { connectionFailure } from './connection-failure.ts';
import { exchange, ExchangeTimeout, type CloudRequest, type HttpReply } from './http-exchange.ts';
import { dispatcherOpener, type TransportSettings } from './transport.ts';
import { tryWithin, type TryClock } from './try-within.ts';

/** Where a request gets what makes it unrepeatable, and how it waits. */
export interface RequestSource extends TryClock {
  now(): Date;
  /** 32 hexadecimal digits nobody used before. */
  nonce(): string;
}

/** How the calls to one service are made. */
export interface CloudCallOptions extends TransportSettings {
  readonly endpoint: URL;
  /** Milliseconds one comparison may take: preparing, tries and pauses. Default 8,000. */
  readonly timeoutMs?: number;
  /** Time and chance. Default: the machine's. */
  readonly source?: RequestSource;
}

/** One call, in its three steps. */
export interface CloudStep<Prepared, Answer> {
  /** What all tries share. */
  readonly prepare: () => Promise<Prepared>;
  /** Makes the request of one try: nonce, time and signature are its own. */
  readonly request: (prepared: Prepared, source: RequestSource) => CloudRequest;
  readonly read: (reply: HttpReply, prepared: Prepared) => Answer;
}

/** Calls a service within the budget of time, and not at all while it is out of order. */
export type CloudCall = <Prepared, Answer>(step: CloudStep<Prepared, Answer>) => Promise<Answer>;

/** The machine's own time and chance. */
export const machine: RequestSource = {
  now: () => new Date(),
  nonce: () => randomBytes(16).toString('hex'),
  elapsed: () => performance.now(),
  wait: async (ms) => {
    await wait(ms);
  },
};

/**
 * Makes the way to one service, with its connections and its circuit breaker: one for as long as the
 * service is used, not one a guest.
 *
 * @throws {CloudError} `cloud.proxy-invalid`, at once. A call throws what its steps throw, and
 * `cloud.unreachable`, `cloud.untrusted`, `cloud.timed-out`, `cloud.resting`, `cloud.bad-reply`.
 */
export const createCloudCall = (options: CloudCallOptions): CloudCall => {
  const { endpoint, timeoutMs = 8000, source = machine } = options;
  const openDispatcher = dispatcherOpener(endpoint, options);
  const circuit = createCircuit();

  const sendWithin = async (request: CloudRequest, givenMs: number): Promise<HttpReply> => {
    const limitMs = Math.max(1, Math.ceil(givenMs));
    return exchange(request, { endpoint, openDispatcher, limitMs }).catch((cause: unknown) => {
      if (!(cause instanceof ExchangeTimeout)) throw connectionFailure(cause, endpoint);
      throw new CloudError('cloud.timed-out', { afterMs: timeoutMs }, { cause });
    });
  };

  return ({ prepare, request, read }) =>
    circuit(async () => {
      const begun = source.elapsed();
      const prepared = await prepare();
      const leftMs = timeoutMs - (source.elapsed() - begun);
      const attempt = async (limitMs: number): Promise<ReturnType<typeof read>> =>
        read(await sendWithin(request(prepared, source), limitMs), prepared);
      return tryWithin(leftMs, attempt, source);
    });
};
