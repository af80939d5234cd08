import { createContext, useContext, useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownLock } from '../../main/ipc/lock-schema.ts';
import { follow } from '../state/follow.ts';
import { knownOf, waiting, type Followed } from '../state/followed.ts';

/** Until the station has said, nothing is shown that a lock would hide. */
const untilKnown: ShownLock = { hasPin: false, isLocked: true };

/** The lock of the desk, as the station has it. */
export const useLock = (bridge: StationBridge): ShownLock => {
  const [lock, setLock] = useState<Followed<ShownLock>>(waiting);
  useEffect(() => follow(bridge.currentLock, bridge.onLockChanged, setLock), [bridge]);
  return knownOf(lock) ?? untilKnown;
};

/** Whether the desk around it is locked. */
export const IsLocked = createContext(false);
export const useIsLocked = (): boolean => useContext(IsLocked);
