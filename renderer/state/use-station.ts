import { useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownState } from '../../main/ipc/contract.ts';
import { followState } from './follow-state.ts';

/** Where the counter stands. */
export const useStation = (bridge: StationBridge): ShownState => {
  const [state, setState] = useState<ShownState>({ phase: 'starting' });
  useEffect(() => followState(bridge, setState), [bridge]);
  return state;
};
