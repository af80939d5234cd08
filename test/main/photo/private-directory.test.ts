import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withPrivateDirectory } from '../../../main/photo/private-directory.ts';
import { useTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

describe('withPrivateDirectory', () => {
  let temporary: TemporaryFolder;
  beforeEach(async () => {
    temporary = await useTemporaryFolder();
  });
  afterEach(async () => {
    await temporary.restore();
  });

  it('lends a directory that only this user can enter', async () => {
    await withPrivateDirectory(async (directory) => {
      expect(dirname(directory)).toBe(temporary.path);
      expect((await stat(directory)).mode & 0o777).toBe(0o700);
    });
  });

  it('removes it with all it holds, and gives the result', async () => {
    const result = await withPrivateDirectory(async (directory) => {
      await mkdir(join(directory, 'deep'));
      await writeFile(join(directory, 'deep', 'photo.bmp'), 'x');
      return 42;
    });
    expect(result).toBe(42);
    expect(await temporary.leftOver()).toEqual([]);
  });

  it('removes it when the work fails, and passes the error on', async () => {
    const work = withPrivateDirectory(async (directory) => {
      await writeFile(join(directory, 'photo.wlt'), 'x');
      throw new Error('the decoder died');
    });
    await expect(work).rejects.toThrow('the decoder died');
    expect(await temporary.leftOver()).toEqual([]);
  });

  it('never lends the same directory twice at a time', async () => {
    await withPrivateDirectory((first) =>
      withPrivateDirectory((second) => {
        expect(second).not.toBe(first);
        return Promise.resolve();
      }),
    );
  });
});

describe('withPrivateDirectory in a temporary folder of another script', () => {
  it('goes elsewhere, because decoders take narrow-character paths', async () => {
    const temporary = await useTemporaryFolder('张三-');
    try {
      await withPrivateDirectory((directory) => {
        expect(directory).toMatch(/^[\x20-\x7e]+$/);
        return Promise.resolve();
      });
    } finally {
      await temporary.restore();
    }
  });
});
