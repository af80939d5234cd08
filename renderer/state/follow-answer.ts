import type { CallOutcome } from '../../main/ipc/bridge.ts';
import { followedOf, type Followed } from './followed.ts';

/**
 * Follows an answer the station has to work out, such as a page of records: asks now, and again
 * whenever it is told that the answer may have changed. One question at a time: changes that come
 * while one is being answered are served by a single further one.
 *
 * @returns the way to stop.
 */
export const followAnswer = <Value>(
  ask: () => Promise<CallOutcome<Value>>,
  listen: (listener: () => void) => () => void,
  onChange: (followed: Followed<Value>) => void,
): (() => void) => {
  let isStopped = false;
  let isAsking = false;
  let isStale = false;
  const isOver = (): boolean => isStopped;
  const hasChanged = (): boolean => isStale;
  const askNow = async (): Promise<void> => {
    if (isAsking) {
      isStale = true;
      return;
    }
    isAsking = true;
    isStale = false;
    const outcome = await ask();
    isAsking = false;
    if (isOver()) return;
    onChange(followedOf(outcome));
    if (hasChanged()) await askNow();
  };
  const stop = listen(() => void askNow());
  void askNow();
  return () => {
    isStopped = true;
    isStale = false;
    stop();
  };
};
