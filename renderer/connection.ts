import { createBridge, type StationBridge } from '../main/ipc/bridge.ts';
import { socketWire, type Connection, type PageSocket } from '../main/ipc/socket-wire.ts';

/** The station as this page reaches it, and whether it does. */
export interface StationLink {
  readonly bridge: StationBridge;
  /** For `useSyncExternalStore`. */
  readonly connection: {
    readonly current: () => Connection;
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
 * @param origin - the page's own.
 */
export const linkBySocket = (origin: string): StationLink => {
  let connection: Connection = 'connecting';
  const listeners = new Set<() => void>();
  const address = new URL('/socket', origin.replace(/^http/, 'ws'));
  const wire = socketWire({
    // What a listener gets, the DOM's own types leave open.
    connect: () => new WebSocket(address) as PageSocket,
    onConnection: (now) => {
      connection = now;
      for (const listener of listeners) listener();
    },
    pause: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
  });
  return {
    bridge: createBridge(wire),
    connection: {
      current: () => connection,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
  };
};
