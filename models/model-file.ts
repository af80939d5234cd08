import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Model } from './manifest-schema.ts';
import { ModelError } from './model-error.ts';

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Reads a model's ONNX file and gives its bytes only if they are the ones the manifest describes.
 * Load the session from these bytes, not from the path: the file may change in between.
 *
 * @param modelsDirectory - The folder that holds `manifest.json`.
 * @throws ModelError `model.missing`, `model.read-failed`, `model.hash-mismatch`
 */
export const verifyModelFile = (modelsDirectory: string, model: Model): Uint8Array => {
  const file = join(modelsDirectory, model.file);
  const bytes = readModelFile(file);
  const actual = sha256Of(bytes);
  if (actual !== model.sha256) {
    throw new ModelError('model.hash-mismatch', { file, actual, expected: model.sha256 });
  }
  return bytes;
};

/** Whether a model's ONNX file is there and is the one the manifest describes. */
export const isModelFileGood = (modelsDirectory: string, model: Model): boolean => {
  const file = join(modelsDirectory, model.file);
  return existsSync(file) && sha256Of(readModelFile(file)) === model.sha256;
};

const readModelFile = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (cause) {
    if (isNotFound(cause)) throw new ModelError('model.missing', { file }, { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelError('model.read-failed', { file, reason }, { cause });
  }
};

const isNotFound = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
