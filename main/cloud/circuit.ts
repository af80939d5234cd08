import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import { CloudError } from './cloud-error.ts';
import { isWayFailure } from './way-failures.ts';

/** Comparisons that have to fail one after the other before the service is left alone. */
const failuresToRest = 3;
/** How long it is left alone, in ms, before one comparison asks whether it is back. */
export const restMs = 30_000;

/** Lets work through to a service, or keeps it from one that is out of order. */
export type Circuit = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * A circuit breaker: after three comparisons in a row that met no service, guests no longer wait for
 * it. Half a minute later one comparison is let through as a probe, and its outcome closes the
 * circuit or opens it for as long again; whoever comes while the probe is on its way does not wait.
 *
 * What counts is whether the service was reached ({@link isWayFailure}): a refusal or an answer such
 * as "no face" shows that it is there.
 *
 * The returned function throws what `work` throws, or {@link CloudError} `cloud.resting`.
 */
export const createCircuit = (): Circuit => {
  const breaker = circuitBreaker(handleWhen(isWayFailure), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(failuresToRest),
  });
  return async (work) => {
    if (breaker.state === CircuitState.HalfOpen) throw resting();
    const outcome = await breaker
      .execute(() => settle(work))
      .catch((caught: unknown) => {
        throw caught instanceof BrokenCircuitError ? resting() : caught;
      });
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
};

const resting = (): CloudError => new CloudError('cloud.resting', { seconds: restMs / 1000 });

/** An answer that is an error is an answer: the breaker has to see that it came. */
const settle = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: unknown }> => {
  try {
    return { value: await work() };
  } catch (error) {
    if (isWayFailure(error)) throw error;
    return { error };
  }
};
