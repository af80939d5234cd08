import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder the product lies in: the nearest one upwards with a `package.json`. The same whether
 * this file runs as source, compiled under `build/`, or inside a packaged application.
 */
export const productRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/**
 * The folder of `manifest.json`, the ONNX files and the calibrations. A packaged application keeps
 * its models outside the archive, where native code can open them.
 */
export const modelsDirectory = (): string =>
  join(productRoot().replace(/\.asar$/, '.asar.unpacked'), 'models');

/** The product's version. */
export const productVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(productRoot(), 'package.json'), 'utf8'));
  return (manifest as { readonly version: string }).version;
};
