import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ModelSourceFiles } from './convert-model.ts';
import type { PackageSource } from './manifest-schema.ts';
import { sha256Of } from './model-file.ts';
import { ModelError } from './model-error.ts';

/**
 * Finds the folder of an npm package that is installed where `productRoot` can see it, and checks its
 * version.
 *
 * @throws ModelError `model.source-missing`, `model.source-version`
 */
export const findSourcePackage = (
  productRoot: string,
  modelId: string,
  source: PackageSource,
): string => {
  const require = createRequire(join(productRoot, 'package.json'));
  const name = source.package;
  let file: string;
  let version: string;
  try {
    file = require.resolve(`${name}/package.json`);
    version = packageDocument.parse(JSON.parse(readFileSync(file, 'utf8'))).version;
  } catch (cause) {
    throw new ModelError('model.source-missing', { id: modelId, source: name }, { cause });
  }
  if (version !== source.version) {
    const data = { id: modelId, package: name, expected: source.version, actual: version };
    throw new ModelError('model.source-version', data);
  }
  return dirname(file);
};

/**
 * Reads the published files of a model and gives them only if they are the pinned ones.
 *
 * @param directory - The folder of the npm package.
 * @throws ModelError `model.source-missing`, `model.source-hash-mismatch`
 */
export const readSourceFiles = (
  directory: string,
  modelId: string,
  source: PackageSource,
): ModelSourceFiles => {
  const read = (pinned: PackageSource['topology']): Uint8Array => {
    const file = join(directory, pinned.path);
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file);
    } catch (cause) {
      throw new ModelError('model.source-missing', { id: modelId, source: file }, { cause });
    }
    const actual = sha256Of(bytes);
    if (actual !== pinned.sha256) {
      const data = { id: modelId, file, actual, expected: pinned.sha256 };
      throw new ModelError('model.source-hash-mismatch', data);
    }
    return bytes;
  };
  return {
    topology: Buffer.from(read(source.topology)).toString('utf8'),
    weights: source.weights.map(read),
  };
};

const packageDocument = z.object({ version: z.string() });
