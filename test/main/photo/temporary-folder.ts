import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that stands in for the system's temporary folder, so that a test sees what is left there. */
export interface TemporaryFolder {
  readonly path: string;
  /** What the code under test left behind. */
  leftOver(): Promise<readonly string[]>;
  /** Gives the system its own folder back and removes this one. */
  restore(): Promise<void>;
}

/** @param prefix - the start of the folder's name, for tests of unusual names. */
export const useTemporaryFolder = async (prefix = 'witness-test-'): Promise<TemporaryFolder> => {
  const before = process.env['TMPDIR'];
  const path = await mkdtemp(join(tmpdir(), prefix));
  process.env['TMPDIR'] = path;
  return {
    path,
    // tsx, which runs children from source, keeps its cache here.
    leftOver: async () => (await readdir(path)).filter((name) => !name.startsWith('tsx-')),
    restore: async () => {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      await rm(path, { recursive: true, force: true });
    },
  };
};
