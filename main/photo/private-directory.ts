import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PhotoError } from './photo-error.ts';

/**
 * Lends a new directory that only this user can enter, and removes it with all it holds, whatever
 * happened meanwhile, even if the program ends.
 *
 * Its path is plain ASCII: file-based decoders take narrow-character paths (reader protocol §4.3),
 * and a Windows user named 张三 has a temporary folder they cannot open. The name is unique, so that
 * decoders which always write to the same file name do not meet each other's files.
 *
 * @throws PhotoError `photo.no-private-directory`, `photo.directory-not-removed`, and whatever `use`
 *   throws.
 */
export const withPrivateDirectory = async <Result>(
  use: (directory: string) => Promise<Result>,
): Promise<Result> => {
  const directory = await makeDirectory(temporaryFolders());
  const onExit = (): void => {
    rmSync(directory, { recursive: true, force: true });
  };
  process.on('exit', onExit);
  try {
    return await use(directory);
  } finally {
    process.off('exit', onExit);
    await removeDirectory(directory);
  }
};

/**
 * Where to try, in this order. Windows lets every user create folders in its own Temp, whose content
 * only the creator can read; the public folders would show the photo to others.
 */
const temporaryFolders = (): readonly string[] => {
  const shared =
    process.platform === 'win32'
      ? [join(process.env['SystemRoot'] ?? 'C:\\Windows', 'Temp')]
      : ['/tmp', '/var/tmp'];
  return [...new Set([resolve(tmpdir()), ...shared])];
};

const makeDirectory = async (folders: readonly string[]): Promise<string> => {
  const failures: unknown[] = [];
  for (const folder of folders) {
    if (!/^[\x20-\x7e]+$/.test(folder)) continue;
    try {
      // mkdtemp makes it with mode 0700.
      return await mkdtemp(join(folder, 'witness-photo-'));
    } catch (caught) {
      failures.push(caught);
    }
  }
  throw new PhotoError(
    'photo.no-private-directory',
    { tried: folders },
    { cause: new AggregateError(failures) },
  );
};

const removeDirectory = async (directory: string): Promise<void> => {
  try {
    // A decoder that was just killed may still hold the directory for a moment.
    await rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  } catch (cause) {
    throw new PhotoError('photo.directory-not-removed', { directory }, { cause });
  }
};
