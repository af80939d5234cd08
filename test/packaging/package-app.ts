import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, getRawHeader, type DirectoryRecord } from '@electron/asar';

const run = promisify(execFile);
export const root = join(import.meta.dirname, '..', '..');
const builder = join(
  dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')),
  'cli.js',
);

/** Builds the product where that was not done yet. */
export const ensureBuilt = async (): Promise<void> => {
  const parts = ['build/main/electron/main.js', 'build/renderer/index.html', 'models/onnx'];
  if (parts.every((part) => existsSync(join(root, part)))) return;
  await run('npm', ['run', 'prepare'], { cwd: root, shell: true });
};

/**
 * Packages the product for Linux as a folder, as a build does, with another Electron.
 *
 * @returns the folder of the application.
 */
export const packageApp = async (electronDist: string, output: string): Promise<string> => {
  const folders = [`-c.electronDist=${electronDist}`, `-c.directories.output=${output}`];
  const config = ['--config', join(root, 'electron-builder.yml'), ...folders];
  try {
    await run(process.execPath, [builder, '--linux', '--dir', '--publish', 'never', ...config], {
      cwd: root,
      env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
    });
  } catch (cause) {
    // What it could not do stands on either.
    const { stdout, stderr } = cause as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${stdout}${stderr}`, { cause });
  }
  return join(output, 'linux-unpacked');
};

/** One file of an archive. */
export interface PackedFile {
  /** From the top of the archive, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Whether it lies beside the archive instead of in it. */
  readonly isUnpacked: boolean;
  /** Whether the archive's header has hashes of its contents. */
  readonly hasIntegrity: boolean;
}

/** Everything an archive holds, or knows of beside it. */
export const packedFiles = (archive: string): readonly PackedFile[] =>
  filesOf(getRawHeader(archive).header, '');

const filesOf = ({ files }: DirectoryRecord, folder: string): readonly PackedFile[] =>
  Object.entries(files).flatMap(([name, record]) => {
    const path = `${folder}${name}`;
    if ('files' in record) return filesOf(record, `${path}/`);
    const { size } = record;
    // The header says `unpacked` of nothing else.
    return [{ path, size, isUnpacked: 'unpacked' in record, hasIntegrity: 'integrity' in record }];
  });

/**
 * Lays an archive out as Electron shows it to a program, for a Node that cannot look into archives: one
 * tree, in which native code is the very file beside the archive.
 */
export const layOut = async (archive: string, folder: string): Promise<void> => {
  await mkdir(folder);
  extractAll(archive, folder);
  for (const { path, isUnpacked } of packedFiles(archive)) {
    if (!isUnpacked) continue;
    await rm(join(folder, path));
    await symlink(join(`${archive}.unpacked`, path), join(folder, path));
  }
};
