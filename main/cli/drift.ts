import { readSettings, usualSettingsFile } from '../settings/read-settings.ts';
import { act, type AddCommand } from './command.ts';
import { describeDrift, driftDocument } from './describe-drift.ts';
import { jsonOption, positive, settingsOption } from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { stationScores } from './station-scores.ts';

interface DriftOptions {
  readonly settings?: string;
  readonly days?: number;
  readonly json: boolean;
}

/** `witness drift`: whether a station's scores are still those it was calibrated for. */
export const addDrift: AddCommand = (program, host) => {
  program
    .command('drift')
    .description("hold the station's scores, as counted, against its calibration's")
    .addOption(settingsOption())
    .option(
      '--days <n>',
      'only the newest days with comparisons (default: as many as hold 500)',
      positive,
    )
    .addOption(jsonOption())
    .action(async (options: DriftOptions) => {
      await act(host, options.json, () => compareScores(options));
    });
};

const compareScores = async ({ settings: file, days }: DriftOptions): Promise<Outcome> => {
  const settings = await readSettings(file);
  const scores = await stationScores(settings, file ?? usualSettingsFile(), days);
  const hasDrifted = scores.report.state === 'drifted';
  return {
    exitCode: hasDrifted ? exitCodes.fail : exitCodes.ok,
    document: driftDocument(scores),
    text: describeDrift(scores),
  };
};
