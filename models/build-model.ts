import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { convertModel } from './convert-model.ts';
import type { Model } from './manifest-schema.ts';
import { isModelFileGood, sha256Of } from './model-file.ts';
import { ModelError } from './model-error.ts';
import { findSourcePackage, readSourceFiles } from './source-files.ts';

/** What set-up did for one model. */
export type BuildOutcome = 'built' | 'unchanged';

/**
 * Makes sure a model's ONNX file is there and is the one the manifest describes.
 *
 * A good file is left alone. A missing or changed one is converted anew from the weights of its npm
 * package, and written only if its hash is the expected one: under another name first, then renamed, so
 * that no half-written file ever has the model's name. A model without a conversion is only checked.
 *
 * @param productRoot - The folder from which npm packages are found.
 * @param modelsDirectory - The folder of `manifest.json`.
 * @throws ModelError
 */
export const buildModel = (
  productRoot: string,
  modelsDirectory: string,
  model: Model,
): BuildOutcome => {
  if (isModelFileGood(modelsDirectory, model)) return 'unchanged';
  const { id, source } = model;
  const file = join(modelsDirectory, model.file);
  if (source.kind === 'file') {
    const data = { id, file, expected: model.sha256, origin: source.origin };
    throw new ModelError('model.file-needed', data);
  }
  const packageDirectory = findSourcePackage(productRoot, id, source);
  const bytes = convertModel(model, source, readSourceFiles(packageDirectory, id, source));
  const actual = sha256Of(bytes);
  if (actual !== model.sha256) {
    const data = { id, actual, expected: model.sha256, bytes: bytes.length };
    throw new ModelError('model.output-hash-mismatch', data);
  }
  writeWhole(file, bytes);
  return 'built';
};

/** Writes a file so that its name holds either all of the bytes or what it held before. */
const writeWhole = (file: string, bytes: Uint8Array): void => {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, file);
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelError('model.write-failed', { file, reason }, { cause });
  }
};
