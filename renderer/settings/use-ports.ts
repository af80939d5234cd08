import { useCallback, useEffect, useState } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { CallReply } from '../../main/ipc/contract.ts';
import { followedOf, waiting, type Followed } from '../state/followed.ts';

/**
 * The ports of this machine, as they were when they were last listed.
 *
 * @returns them, and the way to list them again.
 */
export const usePorts = (
  bridge: Pick<StationBridge, 'listPorts'>,
): { readonly ports: Followed<CallReply<'listPorts'>>; readonly refresh: () => void } => {
  const [ports, setPorts] = useState<Followed<CallReply<'listPorts'>>>(waiting);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    void bridge.listPorts().then((outcome) => {
      if (!isOver) setPorts(followedOf(outcome));
    });
    return () => {
      isOver = true;
    };
  }, [bridge, round]);
  const refresh = useCallback(() => {
    setPorts(waiting);
    setRound((last) => last + 1);
  }, []);
  return { ports, refresh };
};
