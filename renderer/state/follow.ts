import type { CallOutcome } from '../../main/ipc/bridge.ts';
import { followedOf, type Followed } from './followed.ts';

/**
 * Follows something of the station's: as it is now, and every change.
 *
 * @param read - the call that tells how it is now.
 * @param listen - the event that tells each change; returns the way to stop.
 * @returns the way to stop.
 */
export const follow = <Value>(
  read: () => Promise<CallOutcome<Value>>,
  listen: (listener: (value: Value) => void) => () => void,
  onChange: (followed: Followed<Value>) => void,
): (() => void) => {
  let isOvertaken = false;
  const stop = listen((value) => {
    isOvertaken = true;
    onChange({ kind: 'known', value });
  });
  void read().then((outcome) => {
    // What was heard meanwhile is newer than this answer.
    if (!isOvertaken) onChange(followedOf(outcome));
  });
  return () => {
    isOvertaken = true;
    stop();
  };
};
