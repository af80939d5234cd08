import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/**
 * The Electron program to run from a checkout. The `electron` package would download it when it is
 * asked for; a counter's machine may have no Internet, so that is tried apart (`fetchElectron`).
 *
 * @param packageDirectory - where the `electron` package lies.
 * @param overrideDirectory - a folder with another Electron, as `ELECTRON_OVERRIDE_DIST_PATH` has it.
 * @throws StartError `start.no-electron`
 */
export const findElectronProgram = (
  packageDirectory: string,
  overrideDirectory: string | undefined,
): string => {
  // Written by the package's own installer: the program's name, which differs between systems.
  const nameFile = join(packageDirectory, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron';
  const program = join(overrideDirectory ?? join(packageDirectory, 'dist'), name);
  if (!existsSync(program)) throw new StartError('start.no-electron');
  return program;
};
