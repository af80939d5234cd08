import { DeskLock } from '../desk-lock/desk-lock.ts';
import { forgetfulPin, pinFile, pinFileBeside } from '../desk-lock/pin-file.ts';
import { memoryScoreStore, openScoreStore } from '../drift/score-store.ts';
import { statisticsFile } from '../drift/statistics-file.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { LaunchProcess } from '../process/launcher.ts';
import { createMemoryRecordStore } from '../records/memory-record-store.ts';
import { forgetfulSettings, openSettingsStore } from '../settings/settings-store.ts';
import { settingsSchema } from '../settings/settings.ts';
import { Station } from './station.ts';

export interface OpenStationOptions {
  readonly isDemo: boolean;
  /** Default: the operating system's place for settings. A demonstration reads and writes none. */
  readonly settingsFile?: string;
  readonly launch?: LaunchProcess;
  readonly onError: (error: WitnessError) => void;
  readonly onReady?: (readyAfter: number) => void;
}

/**
 * Makes a station as a host starts it. A demonstration shows the product as it comes, whatever this
 * computer's settings are, and leaves nothing behind.
 *
 * @throws SettingsError
 */
export const openStation = async (options: OpenStationOptions): Promise<Station> => {
  const { isDemo, settingsFile, launch, onError, onReady } = options;
  const settings = isDemo
    ? forgetfulSettings(settingsSchema.parse({ isSetUp: true, site: demoSite }))
    : await openSettingsStore(settingsFile);
  const { file } = settings;
  const lock = await DeskLock.open(
    file === undefined ? forgetfulPin() : pinFile(pinFileBeside(file)),
  );
  // The desk stays locked then; whoever reads the log should know before a clerk stands before it.
  if (lock.problem) onError(lock.problem);
  return new Station({
    settings,
    records: createMemoryRecordStore(),
    lock,
    scores: file === undefined ? memoryScoreStore() : await openScoreStore(statisticsFile(file)),
    isDemo,
    onError,
    ...(launch && { launch }),
    ...(onReady && { onReady }),
  });
};

const demoSite = {
  organisation: '示例酒店 Example Hotel',
  purpose: '办理入住时核对身份 Identity check at check-in',
  contact: '前台 Front desk',
  operators: ['演示 Demo'],
};
