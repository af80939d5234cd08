import type { BridgeEnd, World } from './bridge-end.ts';
import type { AskedPermission, PageWindow } from './page-types.ts';
import type { WireCodec } from './wire-codec.ts';

/** What the preload world tells the program. */
export type PreloadMessage =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: unknown[];
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | ({ readonly kind: 'ask'; readonly id: number } & AskedPermission)
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly frameName: string;
      readonly features: string;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** What the program tells the preload world. */
export type ProgramMessage =
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly isKept: boolean;
      readonly value: unknown;
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] };

/** What a page's preload world is given. */
export interface PreloadWorldParts {
  readonly createBridgeEnd: (channel: EventTarget, mine: World, page: PageWindow) => BridgeEnd;
  readonly createWireCodec: () => WireCodec;
  /** The preload script, as a CommonJS module; undefined for a window that has none. */
  readonly runPreload:
    | ((
        require: (name: string) => unknown,
        module: object,
        exports: object,
        process: object,
      ) => void)
    | undefined;
  /** Names of the event that hands the channel over, of the way to the program, and of the way back. */
  readonly handshake: string;
  readonly toProgram: string;
  readonly fromProgram: string;
  readonly platform: string;
}

/**
 * What is put into the isolated world of each document: Electron's modules for a sandboxed preload
 * script, then, in the window's own document and in no frame inside it, that script itself.
 *
 * Run in pages as its own source text: it uses nothing from outside but its arguments.
 */
export const installPreloadWorld = (parts: PreloadWorldParts): void => {
  const page = globalThis as unknown as PageWindow;
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const codec = parts.createWireCodec();
  const { port1: channel } = new page.MessageChannel();
  const bridge = parts.createBridgeEnd(channel, 'preload', page);
  const tell = (message: PreloadMessage): void => {
    world[parts.toProgram]?.(codec.encode(message));
  };

  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, { readonly listener: Listener; readonly isOnce: boolean }[]>();
  const waiting = new Map<number, (answer: { isKept: boolean; value: unknown }) => void>();
  let lastId = 0;
  const expectAnswer = (): { readonly id: number; readonly answer: Promise<unknown> } => {
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => {
      waiting.set(id, ({ isKept, value }) => {
        if (isKept) resolve(value);
        else reject(value instanceof Error ? value : new Error(String(value)));
      });
    });
    return { id, answer };
  };

  const remove = (channelName: string, listener: Listener): void => {
    const kept = listeners.get(channelName)?.filter((entry) => entry.listener !== listener);
    listeners.set(channelName, kept ?? []);
  };
  const add = (channelName: string, listener: Listener, isOnce: boolean): void => {
    listeners.set(channelName, [...(listeners.get(channelName) ?? []), { listener, isOnce }]);
  };
  const ipcRenderer = {
    invoke: (channelName: string, ...args: unknown[]): Promise<unknown> => {
      const { id, answer } = expectAnswer();
      tell({ kind: 'invoke', id, channel: channelName, args });
      return answer;
    },
    send: (channelName: string, ...args: unknown[]): void => {
      tell({ kind: 'send', channel: channelName, args });
    },
    on: (channelName: string, listener: Listener): unknown => {
      add(channelName, listener, false);
      return ipcRenderer;
    },
    once: (channelName: string, listener: Listener): unknown => {
      add(channelName, listener, true);
      return ipcRenderer;
    },
    off: (channelName: string, listener: Listener): unknown => {
      remove(channelName, listener);
      return ipcRenderer;
    },
    removeAllListeners: (channelName: string): unknown => {
      listeners.delete(channelName);
      return ipcRenderer;
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      bridge.call('expose', key, api);
    },
  };

  world[parts.fromProgram] = (text) => {
    const message = codec.decode(text) as ProgramMessage;
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
      return;
    }
    for (const { listener, isOnce } of listeners.get(message.channel) ?? []) {
      if (isOnce) remove(message.channel, listener);
      listener({ sender: ipcRenderer, ports: [] }, ...message.args);
    }
  };
  bridge.offer('ask', (asked: AskedPermission) => {
    const { id, answer } = expectAnswer();
    tell({ kind: 'ask', id, permission: asked.permission, mediaTypes: asked.mediaTypes });
    return answer;
  });
  bridge.offer('open', (url: string, frameName: string, features: string) => {
    tell({ kind: 'open', url, frameName, features });
  });
  page.dispatchEvent(new page.MessageEvent(parts.handshake, { ports: [channel] }));

  if (parts.runPreload === undefined || page.top !== page) return;
  const electron = { ipcRenderer, contextBridge };
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  const process = {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: parts.platform,
  };
  try {
    parts.runPreload(require, module, module.exports, process);
  } catch (caught) {
    tell({
      kind: 'failed',
      message: caught instanceof Error ? (caught.stack ?? caught.message) : String(caught),
    });
    throw caught;
  }
};
