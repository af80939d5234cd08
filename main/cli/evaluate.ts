import { findCalibration, readCalibration } from '../compare/load-calibration.ts';
import type { Calibration } from '../compare/calibration.ts';
import type { ChipBackground } from '../evaluate/chip-simulation.ts';
import { detPlotOf } from '../evaluate/det-report.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { readPairsFile } from '../evaluate/pairs-file.ts';
import { pipelineVersion } from '../face/pipeline-version.ts';
import { calibrationFolders } from '../settings/calibration-folders.ts';
import { act, type AddCommand } from './command.ts';
import { describeEvaluation } from './describe-evaluation.ts';
import { withEnginePool } from './engine-pool.ts';
import { assertFolderWritable, writeOutput } from './files.ts';
import {
  chipBackgroundOption,
  collectFars,
  jsonOption,
  populationOption,
  replicatesOption,
  seedOption,
  settingsOption,
} from './options.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { startProgress } from './progress.ts';
import { Option } from 'commander';

interface EvaluateOptions {
  readonly pairs: string;
  readonly root: string;
  readonly chip?: 'source' | 'target';
  readonly det?: string;
  readonly chipBackground: ChipBackground;
  readonly far: readonly number[];
  readonly population?: string;
  readonly calibration?: string;
  /** Calibrations of the site lie beside them. */
  readonly settings?: string;
  readonly plain: boolean;
  readonly replicates: number;
  readonly seed: number;
  readonly json: boolean;
}

/** `witness evaluate`: accuracy on a list of pairs, and what the shipped thresholds do on it. */
export const addEvaluate: AddCommand = (program, host) => {
  program
    .command('evaluate')
    .description('measure accuracy, FAR and FRR on a list of pairs')
    .requiredOption(
      '--pairs <file>',
      '`same<TAB>path<TAB>path`, with a fold in front if there are folds; or the pairs file of LFW',
    )
    .requiredOption('--root <folder>', "the folder the list's paths start from")
    .addOption(
      new Option('--chip <side>', 'squeeze one side through the simulated chip photo').choices([
        'source',
        'target',
      ]),
    )
    .addOption(chipBackgroundOption())
    .option('--det <file.svg>', 'draw the DET curves here')
    .addOption(
      new Option('--far <rate>', 'a FAR to report; may be repeated (default: 1%, 0.1%, 0.01%)')
        .argParser(collectFars)
        .default([], 'those every engine offers'),
    )
    .addOption(populationOption())
    .addOption(settingsOption())
    .option('--calibration <file>', 'try this calibration instead of the one that ships')
    .addOption(
      new Option('--plain', 'measure plain cosines, without groups and without a calibration')
        .default(false)
        .conflicts('calibration'),
    )
    .addOption(replicatesOption())
    .addOption(seedOption())
    .addOption(jsonOption())
    .action(async (options: EvaluateOptions) => {
      await act(host, options.json, () => measure(options, host.signal));
    });
};

const measure = async (options: EvaluateOptions, signal: AbortSignal): Promise<Outcome> => {
  const { chip, det, far, replicates, seed } = options;
  if (det !== undefined) await assertFolderWritable(det);
  const list = await readPairsFile(options.pairs);
  const calibration = await calibrationFor(options);
  const progress = startProgress();
  const report = await withEnginePool(signal, (analysers) =>
    evaluate({
      list,
      root: options.root,
      analysers,
      pipeline: pipelineVersion,
      ...(calibration && { calibration }),
      chipBackground: options.chipBackground,
      resampling: { replicates, seed },
      onProgress: progress.show,
      ...(chip !== undefined && { chip }),
      ...(far.length > 0 && { fars: far }),
    }),
  ).finally(progress.stop);
  if (det !== undefined) await writeOutput(det, detPlotOf(report));
  return { exitCode: exitCodes.ok, document: report, text: describeEvaluation(report) };
};

const calibrationFor = async ({
  plain,
  calibration,
  population,
  settings,
}: EvaluateOptions): Promise<Calibration | undefined> => {
  if (plain) return undefined;
  if (calibration !== undefined) return readCalibration(calibration);
  return findCalibration(calibrationFolders(settings), population);
};
