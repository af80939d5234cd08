import { basename } from 'node:path';
import type { utilityProcess } from 'electron';
import type { LaunchProcess } from '../process/launcher.ts';

/**
 * Starts child processes as Electron's utility processes: in a packaged application Node's `fork` is
 * switched off, because whoever could set an environment variable could run any script with it.
 *
 * @param host - Electron's `utilityProcess`, once the application is ready.
 */
export const createUtilityLauncher =
  (host: Pick<typeof utilityProcess, 'fork'>): LaunchProcess =>
  ({ file, execArgv, args = [] }) => {
    const child = host.fork(file, [...args], {
      execArgv: [...execArgv],
      serviceName: basename(file),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let isGone = false;
    child.once('exit', () => {
      isGone = true;
    });
    return {
      get pid() {
        return child.pid;
      },
      send: (message) => {
        if (!isGone) child.postMessage(message);
      },
      onMessage: (listener) => {
        child.on('message', listener);
      },
      onExit: (listener) => {
        // A signal shows as its number in the code; Electron has no field for it.
        child.once('exit', (code) => {
          listener({ code, signal: null });
        });
      },
      kill: () => {
        // One that has not started yet cannot be killed, and would be left over.
        if (!child.kill() && !isGone) child.once('spawn', () => child.kill());
      },
    };
  };
