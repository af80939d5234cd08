/**
 * Set-up step, `npm run models`: makes sure that every model of the manifest is there.
 * Exit code 0, or 2 with one sentence on standard error. An argument names another product folder.
 */
import { join } from 'node:path';
import { toWitnessError } from '../main/errors/unexpected-error.ts';
import { buildModel } from './build-model.ts';
import { readModelManifest } from './manifest.ts';
import { findProductRoot } from './product-root.ts';

const buildModels = (): void => {
  const productRoot = process.argv[2] ?? findProductRoot(import.meta.dirname);
  const modelsDirectory = join(productRoot, 'models');
  for (const model of readModelManifest(modelsDirectory).models) {
    const outcome = buildModel(productRoot, modelsDirectory, model);
    const said = outcome === 'built' ? 'built' : 'up to date';
    process.stdout.write(`${model.id}: ${said} (models/${model.file})\n`);
  }
};

try {
  buildModels();
} catch (caught) {
  process.stderr.write(`${toWitnessError(caught).message}\n`);
  process.exitCode = 2;
}
