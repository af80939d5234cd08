import { CardReader } from '../card/reader.ts';
import { assertRulesPossible } from '../compare/assert-rules-possible.ts';
import { ChipPhotoDecoder } from '../photo/chip-photo-decoder.ts';
import type { LaunchProcess } from '../process/launcher.ts';
import { portOf } from '../serial/discover-reader.ts';
import { openSerialChannel } from '../serial/open-serial-channel.ts';
import { calibrationDirectory, modelsDirectory } from '../settings/product-root.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { CounterParts } from '../station/counter.ts';
import { openLocalEngine } from '../station/open-local-engine.ts';

/**
 * Opens everything a counter needs, as the settings say.
 *
 * @param launch - starts the processes of engine and decoder.
 * @throws SettingsError, ModelError, CalibrationError, EngineError, VerdictError (a FAR that cannot be
 *   divided over the frames): what cannot be done without. A
 *   reader that is not there yet is waited for.
 */
export const prepareCounter = async (launch: LaunchProcess): Promise<CounterParts> => {
  const settings = await readSettings();
  const { far, review, frames, population, threads } = settings.compare;
  const local = await openLocalEngine({
    modelsDirectory: modelsDirectory(),
    calibrationDirectory: calibrationDirectory(),
    population,
    threads,
    launch,
  });
  try {
    assertRulesPossible(local.calibration, { far, review, attempts: frames });
  } catch (caught) {
    local.close();
    throw caught;
  }
  const decoder = new ChipPhotoDecoder(settings.decoder, launch);
  const reader = openReader(settings.reader);
  return {
    reader,
    decoder,
    engine: local.engine,
    rules: { far, review },
    framesPerGuest: frames,
    close: async () => {
      decoder.dispose();
      local.close();
      await reader.close();
    },
  };
};

const openReader = (settings: Settings['reader']): CardReader =>
  new CardReader({
    openChannel: openSerialChannel,
    port: portOf(settings.port, settings.baudRate),
    ...(settings.maxRfBytes !== undefined && { maxRfBytes: settings.maxRfBytes }),
  });
