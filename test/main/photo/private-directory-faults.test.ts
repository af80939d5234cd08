import type * as fileSystem from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { withPrivateDirectory } from '../../../main/photo/private-directory.ts';

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof fileSystem>();
  return { ...original, mkdtemp: vi.fn(original.mkdtemp), rm: vi.fn(original.rm) };
});

const failWith = (code: string): Promise<never> =>
  Promise.reject(Object.assign(new Error(code), { code }));

describe('withPrivateDirectory on a machine that does not let it', () => {
  afterEach(() => {
    vi.mocked(mkdtemp).mockClear();
    vi.mocked(rm).mockClear();
  });

  it('reports where it tried when no temporary folder can be written to', async () => {
    const refusal = (): Promise<never> => failWith('EACCES');
    vi.mocked(mkdtemp).mockImplementationOnce(refusal);
    vi.mocked(mkdtemp).mockImplementationOnce(refusal);
    vi.mocked(mkdtemp).mockImplementationOnce(refusal);
    vi.stubEnv('TMPDIR', '/full-disk');
    try {
      await expect(withPrivateDirectory(() => Promise.resolve(1))).rejects.toMatchObject({
        code: 'photo.no-private-directory',
        data: { tried: ['/full-disk', '/tmp', '/var/tmp'] },
      });
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('takes the next folder when the first cannot be written to', async () => {
    vi.mocked(mkdtemp).mockImplementationOnce(() => failWith('ENOSPC'));
    vi.stubEnv('TMPDIR', '/full-disk');
    try {
      const directory = await withPrivateDirectory((lent) => Promise.resolve(lent));
      expect(directory).toMatch(/^\/tmp\/witness-photo-/);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('says which directory it could not remove, for it may hold a photo', async () => {
    const original = await vi.importActual<typeof fileSystem>('node:fs/promises');
    vi.mocked(rm).mockImplementationOnce(() => failWith('EBUSY'));
    let lent = '';
    const work = withPrivateDirectory((directory) => {
      lent = directory;
      return Promise.resolve();
    });
    await expect(work).rejects.toMatchObject({ code: 'photo.directory-not-removed' });
    await expect(work).rejects.toMatchObject({ data: { directory: lent } });
    await original.rm(lent, { recursive: true });
  });
});
