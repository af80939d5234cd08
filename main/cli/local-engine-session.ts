import { calibrationFolders } from '../settings/calibration-folders.ts';
import { modelsDirectory } from '../settings/product-root.ts';
import type { Settings } from '../settings/settings.ts';
import { openLocalEngine, type OpenLocalEngine } from '../station/open-local-engine.ts';

/** Which calibration, and on how many threads. */
export interface LocalEngineChoice extends Pick<Settings['compare'], 'population' | 'threads'> {
  /** The settings in use; calibrations of the site lie beside them. Default: the usual ones. */
  readonly settingsFile?: string | undefined;
}

/** Opens the local engine with the product's own models for one piece of work, and closes it after. */
export const withLocalEngine = async <Result>(
  { population, threads, settingsFile }: LocalEngineChoice,
  work: (opened: OpenLocalEngine) => Promise<Result>,
): Promise<Result> => {
  const opened = await openLocalEngine({
    modelsDirectory: modelsDirectory(),
    calibrations: calibrationFolders(settingsFile),
    population,
    threads,
  });
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
};
