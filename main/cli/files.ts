import { constants } from 'node:fs';
import { access, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FaceError } from '../face/face-error.ts';
import { defaultImageLimits } from '../face/image-limits.ts';
import { CliError } from './cli-error.ts';

/**
 * Reads a photograph. A file that is far too large for one is refused before it is read.
 *
 * @throws CliError `cli.file-unreadable`; FaceError `image.too-many-bytes`.
 */
export const readPhotograph = async (file: string): Promise<Uint8Array> => {
  const { size } = await orUnreadable(file, stat(file));
  if (size > defaultImageLimits.bytes)
    throw new FaceError('image.too-many-bytes', { bytes: size, limit: defaultImageLimits.bytes });
  return orUnreadable(file, readFile(file));
};

/** Reads and parses a JSON file. @throws CliError `cli.file-unreadable`, `cli.json-invalid`. */
export const readJson = async (file: string): Promise<unknown> => {
  const text = await orUnreadable(file, readFile(file, 'utf8'));
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CliError('cli.json-invalid', { file, reason }, { cause });
  }
};

/**
 * Refuses an output that could not be written, before the work for it is begun.
 *
 * @throws CliError `cli.file-unwritable`.
 */
export const assertFolderWritable = async (file: string): Promise<void> => {
  try {
    await access(dirname(file), constants.W_OK);
  } catch (cause) {
    throw new CliError('cli.file-unwritable', { file, reason: reasonOf(cause) }, { cause });
  }
};

/**
 * Makes the folder of an output that will lie where nothing was kept before: calibrations of a site lie
 * in a folder of their own beside the settings.
 *
 * @throws CliError `cli.file-unwritable`.
 */
export const makeFolderOf = async (file: string): Promise<void> => {
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (cause) {
    throw new CliError('cli.file-unwritable', { file, reason: reasonOf(cause) }, { cause });
  }
  await assertFolderWritable(file);
};

/** Writes a file. @throws CliError `cli.file-unwritable`. */
export const writeOutput = async (file: string, content: Uint8Array | string): Promise<void> => {
  try {
    await writeFile(file, content);
  } catch (cause) {
    throw new CliError('cli.file-unwritable', { file, reason: reasonOf(cause) }, { cause });
  }
};

const orUnreadable = async <Value>(file: string, reading: Promise<Value>): Promise<Value> => {
  try {
    return await reading;
  } catch (cause) {
    throw new CliError('cli.file-unreadable', { file, reason: reasonOf(cause) }, { cause });
  }
};

/** The codes of the operating system that people meet, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is no folder',
  ENOSPC: 'the disk is full',
};

const reasonOf = (cause: unknown): string => {
  const { code, message } = cause as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
};
