import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findCalibration } from '../../../main/compare/load-calibration.ts';
import { EngineProcess } from '../../../main/engine/engine-process.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';
import { modelsDirectory } from '../../../main/settings/product-root.ts';
import { makeJourneyFiles } from './journey-files.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of `makeJourneyFiles`. */
    readonly journeyFiles: string;
  }
}

/** Makes what all journeys share, before the first and for as long as any runs. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'witness-journeys-'));
  const analyser = await EngineProcess.start({ modelsDirectory: modelsDirectory(), threads: 1 });
  try {
    const calibration = await findCalibration(calibrationFolders());
    await makeJourneyFiles(folder, { analyser, calibration });
  } finally {
    analyser.close();
  }
  project.provide('journeyFiles', folder);
  return () => rm(folder, { recursive: true });
};
