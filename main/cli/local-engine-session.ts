import { calibrationFolders } from '../settings/calibration-folders.ts';
import { modelsDirectory } from '../settings/product-root.ts';
import type { Settings } from '../settings/settings.ts';
import { openLocalEngine, type OpenLocalEngine } from '../station/open-local-engine.ts';

/** Opens the local engine with the product's own models for one piece of work, and closes it after. */
export const withLocalEngine = async <Result>(
  { population, threads }: Pick<Settings['compare'], 'population' | 'threads'>,
  work: (opened: OpenLocalEngine) => Promise<Result>,
): Promise<Result> => {
  const opened = await openLocalEngine({
    modelsDirectory: modelsDirectory(),
    calibrations: calibrationFolders(),
    population,
    threads,
  });
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
};
