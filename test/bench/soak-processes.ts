import type { Browser } from 'playwright-core';
import { childrenOf, memoryOf, type ProcessMemory } from './process-memory.ts';

/** A process that is watched. */
export interface WatchedProcess {
  readonly name: string;
  readonly pid: number;
}

/** Finds the station's processes and the browser's; the page must have been at work already. */
export const findProcesses = async (
  stationPid: number,
  browser: Browser,
): Promise<readonly WatchedProcess[]> => {
  const engines = await childrenOf(stationPid, 'engine-child');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const ofType = (type: string): typeof processInfo =>
    processInfo.filter((one) => one.type === type).sort((a, b) => b.cpuTime - a.cpuTime);
  // The browser has renderers for things of its own; the one that worked is the page's.
  const [page] = ofType('renderer');
  return [
    { name: 'station', pid: stationPid },
    ...engines.map((pid) => ({ name: 'engine', pid })),
    ...ofType('browser').map(({ id }) => ({ name: 'Chromium browser', pid: id })),
    ...(page ? [{ name: 'Chromium page', pid: page.id }] : []),
    ...ofType('GPU').map(({ id }) => ({ name: 'Chromium GPU', pid: id })),
  ];
};

/** What the processes have now. @throws Error where one is gone. */
export const sampleMemory = (
  processes: readonly WatchedProcess[],
): Promise<readonly ProcessMemory[]> =>
  Promise.all(
    processes.map(async ({ name, pid }) => {
      const memory = await memoryOf(pid);
      if (memory === undefined) throw new Error(`${name} (${pid}) is gone, or this is not Linux.`);
      return memory;
    }),
  );
