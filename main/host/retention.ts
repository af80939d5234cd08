import { setTimeout as wait } from 'node:timers/promises';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Settings } from '../settings/settings.ts';

/** How often records that expired are looked for, in ms. */
const interval = 60_000;

const msPerDay = 86_400_000;

export interface ForgetOptions {
  readonly signal: AbortSignal;
  readonly onForgotten: () => void;
  readonly onError: (error: WitnessError) => void;
}

/** Forgets records as they expire, until the signal aborts. */
export const forgetExpired = async (
  records: RecordStore,
  settings: () => Settings,
  { signal, onForgotten, onError }: ForgetOptions,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      const kept = settings().records.retentionDays * msPerDay;
      const forgotten = await records.forgetBefore(new Date(Date.now() - kept).toISOString());
      if (forgotten > 0) onForgotten();
    } catch (caught) {
      onError(toWitnessError(caught));
    }
    // Aborting is how the wait ends.
    await wait(interval, undefined, { signal }).catch(() => undefined);
  }
};
