import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bmpPhotoLength, outputLimit, rawPhotoLength } from './chip-photo-size.ts';
import type { LibraryAnswer, LibraryCall } from './decoder-contract.ts';
import { decoderShapes } from './decoder-shapes.ts';
import { openFunction, type DecoderFunction } from './library-function.ts';
import { OutputBuffer } from './output-buffer.ts';

/**
 * Decodes one photo with a closed library. To be run in a process that may die: the library can
 * crash, hang and write where it should not.
 *
 * @returns how far the call came. Rejects only if the private directory cannot be used.
 */
export const callLibrary = async (call: LibraryCall): Promise<LibraryAnswer> => {
  const opened = openFunction(call.path, call.shape, call.symbol);
  if (opened.step !== 'opened') return opened;
  const { passes, takesNumber } = decoderShapes[call.shape];
  const number = takesNumber ? [call.number] : [];
  const before = process.cwd();
  process.chdir(call.directory);
  try {
    return passes === 'memory'
      ? await callInMemory(opened.decode, call.wlt, number)
      : await callWithFile(opened.decode, call.wlt, number, call.directory);
  } finally {
    // Windows does not remove a directory that is somebody's working directory.
    process.chdir(before);
  }
};

const callInMemory = async (
  decode: DecoderFunction,
  wlt: Uint8Array,
  number: readonly number[],
): Promise<LibraryAnswer> => {
  // Twice the size: an arithmetic decoder may read on past the end of a damaged photo.
  const input = new Uint8Array(wlt.length * 2);
  input.set(wlt);
  const buffer = new OutputBuffer(outputLimit);
  try {
    const code = await decode(input, buffer.bytes, ...number);
    const outputLength = buffer.producedLength([rawPhotoLength, bmpPhotoLength]);
    return { step: 'called', code, output: buffer.bytes.slice(0, outputLength), outputLength };
  } finally {
    input.fill(0);
    buffer.bytes.fill(0);
  }
};

const callWithFile = async (
  decode: DecoderFunction,
  wlt: Uint8Array,
  number: readonly number[],
  directory: string,
): Promise<LibraryAnswer> => {
  const wltPath = join(directory, 'photo.wlt');
  await writeFile(wltPath, wlt, { mode: 0o600, flag: 'wx' });
  const code = await decode(wltPath, ...number);
  const { output, outputLength } = await readProduct(join(directory, 'photo.bmp'));
  return { step: 'called', code, output, outputLength };
};

const readProduct = async (
  path: string,
): Promise<{ readonly output: Uint8Array; readonly outputLength: number }> => {
  try {
    const { size } = await stat(path);
    const output = size > outputLimit ? new Uint8Array() : new Uint8Array(await readFile(path));
    return { output, outputLength: size };
  } catch (caught) {
    const isMissing = (caught as NodeJS.ErrnoException).code === 'ENOENT';
    if (isMissing) return { output: new Uint8Array(), outputLength: 0 };
    throw caught;
  }
};
