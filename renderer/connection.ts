import { createBridge, type StationBridge } from '../main/ipc/bridge.ts';
import { socketWire, type Connection, type PageSocket } from '../main/ipc/socket-wire.ts';

/** Whether the station can be reached; `refused`: it was started anew, and does not know this page. */
export type LinkState = Connection | 'refused';

/** The station as this page reaches it, and whether it does. */
export interface StationLink {
  readonly bridge: StationBridge;
  /** For `useSyncExternalStore`. */
  readonly connection: {
    readonly current: () => LinkState;
    readonly subscribe: (listener: () => void) => () => void;
  };
}

/** Through the functions a preload script has put there: as near as anything can be. */
export const linkByPreload = (bridge: StationBridge): StationLink => ({
  bridge,
  connection: { current: () => 'open', subscribe: () => () => undefined },
});

/**
 * Through a web socket to where the page came from, in a browser without a preload script.
 *
 * @param page - the page's own address, without query.
 */
export const linkBySocket = (page: string): StationLink => {
  let state: LinkState = 'connecting';
  const listeners = new Set<() => void>();
  const become = (next: LinkState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const onLost = async (): Promise<void> => {
    if (state !== 'refused') become('lost');
    const isOver = await isSessionOver(page);
    if (state !== 'open') become(isOver ? 'refused' : 'lost');
  };
  const address = `${page.replace(/^http/, 'ws')}/socket`;
  const wire = socketWire({
    // What a listener gets, the DOM's own types leave open.
    connect: () => new WebSocket(address) as PageSocket,
    onConnection: (now) => {
      if (now === 'lost') void onLost();
      else become(now);
    },
    pause: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  });
  return {
    bridge: createBridge(wire),
    connection: {
      current: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
  };
};

/** A socket does not say why it cannot be opened; the page's own address does. */
const isSessionOver = async (page: string): Promise<boolean> => {
  try {
    return (await fetch(page, { method: 'HEAD' })).status === 403;
  } catch {
    // Nobody is there at all.
    return false;
  }
};
