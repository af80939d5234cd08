import { parseArgs } from 'node:util';
import type { OpenStationOptions } from '../host/open-station.ts';

/**
 * What the program was started with: `--demo`, `--settings=<file>`. Electron and Chromium have
 * arguments of their own among them, which are not ours to judge.
 */
export const startArguments = (
  argv: readonly string[],
): Pick<OpenStationOptions, 'isDemo' | 'settingsFile'> => {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { demo: { type: 'boolean', default: false }, settings: { type: 'string' } },
    strict: false,
  });
  const { demo, settings } = values;
  return {
    isDemo: demo === true,
    ...(typeof settings === 'string' && { settingsFile: settings }),
  };
};
