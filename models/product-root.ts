import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ModelError } from './model-error.ts';

/**
 * The folder of the product: the nearest one above `start` that holds `package.json`.
 * The same from the sources and from their compiled copies under `build/`.
 *
 * @throws ModelError `model.read-failed`
 */
export const findProductRoot = (start: string): string => {
  let directory = start;
  while (!existsSync(join(directory, 'package.json'))) {
    const parent = dirname(directory);
    if (parent === directory) {
      const reason = `there is none in ${start} or above`;
      throw new ModelError('model.read-failed', { file: 'package.json', reason });
    }
    directory = parent;
  }
  return directory;
};
