import { dirname, join } from 'node:path';
import type { CalibrationFolders } from '../compare/load-calibration.ts';
import { modelsDirectory } from './product-root.ts';
import { usualSettingsFile } from './read-settings.ts';

/**
 * Where calibrations lie: those that came with the product, and a folder `calibrations` beside the
 * settings for those a site measured with its own photographs.
 *
 * @param settingsFile - the settings in use. Default: the usual ones.
 */
export const calibrationFolders = (settingsFile = usualSettingsFile()): CalibrationFolders => ({
  shipped: join(modelsDirectory(), 'calibration'),
  site: join(dirname(settingsFile), 'calibrations'),
});
