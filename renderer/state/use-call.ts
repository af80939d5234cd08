import { useCallback, useState } from 'react';
import type { CallOutcome } from '../../main/ipc/bridge.ts';
import type { CallError } from './followed.ts';

/** A call that a person starts, and how it is going. */
export interface Call<Request extends readonly unknown[], Value> {
  readonly isRunning: boolean;
  /** What the last one came to; absent before it ended and where it failed. */
  readonly value: Value | undefined;
  /** Why the last one failed. */
  readonly error: CallError | undefined;
  /** Starts it; resolves with whether it went well. */
  readonly run: (...request: Request) => Promise<boolean>;
  /** Forgets how the last one ended. */
  readonly reset: () => void;
}

interface Progress<Value> {
  readonly isRunning: boolean;
  readonly value?: Value;
  readonly error?: CallError;
}

/**
 * A call of the bridge, with its progress to show.
 *
 * @param call - one of the bridge's functions.
 */
export const useCall = <Request extends readonly unknown[], Value>(
  call: (...request: Request) => Promise<CallOutcome<Value>>,
): Call<Request, Value> => {
  const [progress, setProgress] = useState<Progress<Value>>({ isRunning: false });
  const run = useCallback(
    async (...request: Request) => {
      setProgress({ isRunning: true });
      const outcome = await call(...request);
      setProgress({
        isRunning: false,
        ...(outcome.ok ? { value: outcome.value } : { error: outcome.error }),
      });
      return outcome.ok;
    },
    [call],
  );
  const reset = useCallback(() => {
    setProgress({ isRunning: false });
  }, []);
  const { isRunning, value, error } = progress;
  return { isRunning, value, error, run, reset };
};
