import { existsSync } from 'node:fs';
import { toWitnessError } from '../errors/unexpected-error.ts';
import { readSettings, usualSettingsFile } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { act, type AddCommand } from './command.ts';
import { checkLine, errorCheck, okCheck, type Check } from './doctor-check.ts';
import {
  checkDecoderSettings,
  checkEngine,
  checkProcessor,
  checkReaders,
} from './doctor-checks.ts';
import { checkCloudSettings } from './doctor-cloud.ts';
import { checkDrift } from './doctor-drift.ts';
import { jsonOption, portOption, settingsOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';

interface DoctorOptions {
  readonly port?: string;
  readonly settings?: string;
  readonly json: boolean;
}

/** `witness doctor`: whether everything is in place, and what to do where it is not. */
export const addDoctor: AddCommand = (program, host) => {
  program
    .command('doctor')
    .description(
      'check ports and reader, photo decoder, models, scores, versions, and the cloud where one is set up',
    )
    .addOption(portOption())
    .addOption(settingsOption())
    .addOption(jsonOption())
    .action(async (options: DoctorOptions) => {
      await act(host, options.json, () => examine(options, host.signal));
    });
};

const examine = async (options: DoctorOptions, signal: AbortSignal): Promise<Outcome> => {
  const checks: Check[] = [
    okCheck('versions', `Node ${process.versions.node}, ${process.platform} ${process.arch}`),
    checkProcessor(),
  ];
  const settings = await attempt('settings', checks, async () => {
    const read = await readSettings(options.settings);
    checks.push(settingsCheck(options.settings ?? usualSettingsFile()));
    return read;
  });
  if (settings !== undefined) await examineParts(settings, options, checks, signal);
  const problems = checks.filter(({ state }) => state === 'problem').length;
  return {
    exitCode: problems === 0 ? exitCodes.ok : exitCodes.fail,
    document: { ok: problems === 0, checks },
    text: checks.map(checkLine).join('\n'),
  };
};

/** A file somebody named is there, or reading it has failed; the usual one need not be. */
const settingsCheck = (file: string): Check =>
  existsSync(file)
    ? okCheck('settings', file)
    : okCheck(
        'settings',
        `${file} is not there: defaults throughout`,
        `${file} 不存在，全部采用默认设置`,
      );

const examineParts = async (
  settings: Settings,
  { port, settings: file }: DoctorOptions,
  checks: Check[],
  signal: AbortSignal,
): Promise<void> => {
  const isCalibrated = await attempt('engine', checks, async () => {
    checks.push(...(await checkEngine({ ...settings.compare, settingsFile: file })));
    return true;
  });
  // Without a calibration there is nothing to hold scores against, and that has been said.
  if (isCalibrated)
    await attempt('scores', checks, async () => {
      checks.push(...(await checkDrift(settings, file ?? usualSettingsFile())));
    });
  await attempt('cloud', checks, async () => {
    checks.push(...(await checkCloudSettings(settings.engine)));
  });
  checks.push(await checkDecoderSettings(settings.decoder));
  await attempt('reader', checks, async () => {
    checks.push(...(await checkReaders(port ?? settings.reader.port, signal)));
  });
};

/** Runs one examination; what it dies of is its finding. */
const attempt = async <Result>(
  name: string,
  checks: Check[],
  work: () => Promise<Result>,
): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (caught) {
    checks.push(errorCheck(name, toWitnessError(caught)));
    return undefined;
  }
};
