import { EventEmitter } from 'node:events';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** The program's end of what pages send. */
class StandInIpcMain
  extends EventEmitter
  implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args: unknown[]) => {
      this.removeHandler(channel);
      return listener(event, ...args) as unknown;
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** What a page gets for `ipcRenderer.invoke`; rejects in the words Electron has for it. */
  async answer(
    event: Electron.IpcMainInvokeEvent,
    channel: string,
    args: readonly unknown[],
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return (await handler(event, ...args)) as unknown;
    } catch (caught) {
      throw new Error(`Error invoking remote method '${channel}': ${String(caught)}`, {
        cause: caught,
      });
    }
  }
}

export const ipcMain = new StandInIpcMain();
