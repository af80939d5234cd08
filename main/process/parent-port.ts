/** The child's side of a {@link ChildHandle}: the same code under Node's `fork` and Electron's `utilityProcess`. */
export interface ParentPort {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls back when the parent is gone; the child should end. */
  onParentGone(listener: () => void): void;
}

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

/** Connects a child module to the process that started it. */
export const connectToParent = (): ParentPort => {
  const utilityPort = (process as unknown as { parentPort?: UtilityPort }).parentPort;
  if (utilityPort !== undefined) {
    return {
      send: (message) => {
        utilityPort.postMessage(message);
      },
      onMessage: (listener) => {
        utilityPort.on('message', (event) => {
          listener(event.data);
        });
      },
      onParentGone: (listener) => {
        utilityPort.on('close', listener);
      },
    };
  }
  return {
    send: (message) => {
      // A parent that went away meanwhile wants no answer; onParentGone ends this process.
      if (process.connected) process.send?.(message, undefined, {}, () => undefined);
    },
    onMessage: (listener) => {
      process.on('message', listener);
    },
    onParentGone: (listener) => {
      process.once('disconnect', listener);
    },
  };
};
