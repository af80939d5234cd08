import { readdir, readFile } from 'node:fs/promises';

/** Memory of a process, in kB. */
export interface ProcessMemory {
  /** Everything it has mapped and in memory, what it shares with others included. */
  readonly rss: number;
  /** What it has of its own, and its share of what it has with others: less, the more others there are. */
  readonly pss: number;
  /** What it has of its own and in no file: heaps and stacks. No other process moves this figure. */
  readonly anon: number;
}

/**
 * Memory of a process as Linux counts it (`proc(5)`).
 *
 * @returns undefined where the process is gone.
 */
export const memoryOf = async (pid: number): Promise<ProcessMemory | undefined> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => undefined);
  const [rss, pss, anon] = [/^Rss:\s+(\d+)/m, /^Pss:\s+(\d+)/m, /^Anonymous:\s+(\d+)/m].map(
    (line) => line.exec(text ?? '')?.[1],
  );
  return rss === undefined || pss === undefined || anon === undefined
    ? undefined
    : { rss: Number(rss), pss: Number(pss), anon: Number(anon) };
};

/** The children of a process whose command line has a word in it. */
export const childrenOf = async (parent: number, word: string): Promise<readonly number[]> => {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const isWanted = async (pid: number): Promise<boolean> => {
    const [stat, command] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    // The name of a program, in brackets, may have anything in it.
    const [, ppid] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
    return Number(ppid) === parent && command?.includes(word) === true;
  };
  const wanted = await Promise.all(pids.map(isWanted));
  return pids.filter((_, index) => wanted[index]);
};
