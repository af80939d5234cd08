import type { CallOutcome, Wire } from './bridge.ts';
import { IpcError } from './ipc-error.ts';
import { decodeStationMessage, encodeMessage } from './socket-message.ts';

/** As much of a browser's `WebSocket` as is used. */
export interface PageSocket {
  binaryType: string;
  send(data: Uint8Array<ArrayBuffer>): void;
  addEventListener(type: 'open' | 'close' | 'message', listener: (event: never) => void): void;
}

/** Whether the station can be reached. `lost` is told again and again until it is back. */
export type Connection = 'connecting' | 'open' | 'lost';

export interface SocketWireOptions {
  readonly connect: () => PageSocket;
  readonly onConnection: (connection: Connection) => void;
  /** Waits before the next try. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Between two tries, in ms: the station is on this machine, so it is back at once when it is back. */
const betweenTries = 1000;

type Settle = (outcome: CallOutcome) => void;

/**
 * The page's end of the contract over a web socket, for pages that have no preload script. A lost
 * connection is opened again without end; calls that were under way then fail with
 * `ipc.connection-lost`. Calls made meanwhile wait for the next try and fail with it: what somebody
 * answered or decided must not be done much later.
 */
export const socketWire = ({ connect, onConnection, pause }: SocketWireOptions): Wire => {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const waiting = new Map<number, Settle>();
  let outbox: Uint8Array<ArrayBuffer>[] = [];
  let socket: PageSocket | undefined;
  let calls = 0;

  const receive = ({ data }: { readonly data: ArrayBuffer }): void => {
    const message = decodeStationMessage(new Uint8Array(data));
    if ('channel' in message) {
      for (const listener of listeners.get(message.channel) ?? []) listener(message.payload);
      return;
    }
    waiting.get(message.id)?.(message.outcome);
    waiting.delete(message.id);
  };
  const failWaiting = (): void => {
    const error = new IpcError('ipc.connection-lost').toJSON();
    for (const settle of waiting.values()) settle({ ok: false, error });
    waiting.clear();
    outbox = [];
  };
  const open = (): void => {
    const opening = connect();
    opening.binaryType = 'arraybuffer';
    opening.addEventListener('open', () => {
      socket = opening;
      for (const message of outbox) opening.send(message);
      outbox = [];
      onConnection('open');
    });
    opening.addEventListener('message', receive);
    opening.addEventListener('close', () => {
      socket = undefined;
      failWaiting();
      onConnection('lost');
      void pause(betweenTries).then(open);
    });
  };

  onConnection('connecting');
  open();
  return {
    invoke: (channel, request) =>
      new Promise<CallOutcome>((resolve) => {
        const id = calls++;
        waiting.set(id, resolve);
        const message = encodeMessage({ id, channel, request });
        if (socket === undefined) outbox.push(message);
        else socket.send(message);
      }),
    listen: (channel, listener) => {
      const own = listeners.get(channel) ?? new Set();
      listeners.set(channel, own.add(listener));
      return () => void own.delete(listener);
    },
  };
};
