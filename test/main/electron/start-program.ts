import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { settingsSchema } from '../../../main/settings/settings.ts';
import {
  startStandIn,
  type StandIn,
  type StandInOptions,
} from '../../electron-stand-in/start-stand-in.ts';

const entry = fileURLToPath(new URL('../../../main/electron/main.ts', import.meta.url));

export type ProgramOptions = Omit<StandInOptions, 'entry'>;

/**
 * Starts the station's own program under the stand-in for Electron, as if it were packaged: its main
 * module, and the preload script and the page as they were built.
 */
export const startProgram = (options: ProgramOptions = {}): Promise<StandIn> =>
  startStandIn({ entry, isPackaged: true, ...options });

/** The same, once the page of its window has loaded. */
export const openProgram = async (options: ProgramOptions = {}): Promise<StandIn> => {
  const program = await startProgram(options);
  await program.until('loaded');
  return program;
};

/**
 * Writes settings of a station that is set up.
 *
 * @returns the arguments that start it with them.
 */
export const withSettings = async (
  folder: string,
  settings: z.input<typeof settingsSchema>,
): Promise<readonly string[]> => {
  const file = join(folder, 'settings.json');
  await writeFile(file, JSON.stringify({ isSetUp: true, ...settings }));
  return [`--settings=${file}`];
};
