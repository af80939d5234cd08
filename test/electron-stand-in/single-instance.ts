import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/**
 * Lets one program per folder run, decided at once, as Electron does it.
 *
 * @param onSecondStart - told of every later start, in the program that holds the lock.
 * @returns whether this program is the one; if not, the other has been told.
 */
export const lockInstance = (
  folder: string,
  additionalData: unknown,
  onSecondStart: (start: SecondStart) => void,
): boolean => {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'SingletonLock');
  const starts = join(folder, 'second-starts');
  if (isHeld(lock)) {
    const start: SecondStart = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData,
    };
    writeFileSync(join(starts, `${process.pid}.json`), JSON.stringify(start));
    return false;
  }
  writeFileSync(lock, String(process.pid));
  mkdirSync(starts, { recursive: true });
  watch(starts, { persistent: false }, (_event, name) => {
    const start = name === null ? undefined : takeStart(join(starts, name));
    if (start !== undefined) onSecondStart(start);
  });
  process.once('exit', () => {
    rmSync(lock, { force: true });
  });
  return true;
};

const isHeld = (lock: string): boolean => {
  if (!existsSync(lock)) return false;
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    // Left over by a program that did not end well.
    return false;
  }
};

/** Undefined while the file is still being written; another event follows when it is whole. */
const takeStart = (file: string): SecondStart | undefined => {
  try {
    const start = JSON.parse(readFileSync(file, 'utf8')) as SecondStart;
    rmSync(file);
    return start;
  } catch {
    return undefined;
  }
};
