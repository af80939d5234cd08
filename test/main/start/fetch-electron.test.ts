import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchElectron } from '../../../main/start/fetch-electron.ts';

let packageDirectory: string;
beforeEach(async () => {
  packageDirectory = await mkdtemp(join(tmpdir(), 'witness-fetch-'));
});
afterEach(() => rm(packageDirectory, { recursive: true }));

const isReachable = (): Promise<boolean> => Promise.resolve(true);

describe('fetchElectron', () => {
  it.each([
    ['ran to its end', 'process.exit(0)', true],
    ['failed', 'process.exit(1)', false],
  ])('says whether the installer %s', async (_how, installer, isFetched) => {
    await writeFile(join(packageDirectory, 'install.js'), installer);
    const onBegin = vi.fn();
    expect(await fetchElectron({ packageDirectory, onBegin, isReachable })).toBe(isFetched);
    expect(onBegin).toHaveBeenCalledOnce();
  });

  it('does not even begin where the releases cannot be reached', async () => {
    const onBegin = vi.fn();
    const fetched = await fetchElectron({
      packageDirectory,
      onBegin,
      isReachable: () => Promise.resolve(false),
    });
    expect(fetched).toBe(false);
    expect(onBegin).not.toHaveBeenCalled();
  });
});
