import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A module to run as a process of its own. */
export interface ProcessEntry {
  readonly file: string;
  readonly execArgv: readonly string[];
  /** Arguments of the module itself. */
  readonly args?: readonly string[];
}

/** A running child, whichever way it was started (Node's `fork`, Electron's `utilityProcess`). */
export interface ChildHandle {
  readonly pid: number | undefined;
  /** Sends a structured-cloneable message. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls back once when the child is gone, however it went. */
  onExit(
    listener: (exit: { readonly code: number | null; readonly signal: string | null }) => void,
  ): void;
  /** Ends the child at once. */
  kill(): void;
}

/** Starts a child. The Electron host passes one built on `utilityProcess`. */
export type LaunchProcess = (entry: ProcessEntry) => ChildHandle;

/**
 * Finds a module that lies beside (or relative to) the caller, compiled or still TypeScript.
 * From source, as the tests run, the child is started through tsx.
 *
 * @param callerUrl - the caller's `import.meta.url`.
 * @param path - relative path without extension, e.g. `./engine-child`.
 */
export const processEntry = (callerUrl: string, path: string): ProcessEntry => {
  const isSource = callerUrl.endsWith('.ts');
  return {
    file: fileURLToPath(new URL(`${path}${isSource ? '.ts' : '.js'}`, callerUrl)),
    execArgv: isSource ? ['--import', 'tsx'] : [],
  };
};

/** Starts a child with Node's `fork`. Typed arrays cross by structured clone; stdout stays free for `--json`. */
export const launchWithNode: LaunchProcess = (entry) => {
  const child = fork(entry.file, [...(entry.args ?? [])], {
    execArgv: [...entry.execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid,
    send: (message) => {
      // A child that is already gone reports through onExit; the send error would say it twice.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      let reported = false;
      const report = (code: number | null, signal: string | null): void => {
        if (reported) return;
        reported = true;
        listener({ code, signal });
      };
      child.once('exit', report);
      child.once('error', () => {
        report(null, null);
      });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};
