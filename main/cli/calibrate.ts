import { basename } from 'node:path';
import type { Calibration, CalibrationTable } from '../compare/calibration.ts';
import { calibrate } from '../evaluate/calibrate.ts';
import { calibrationText } from '../evaluate/calibration-text.ts';
import type { ChipBackground } from '../evaluate/chip-simulation.ts';
import { readListFile } from '../evaluate/pairs-file.ts';
import { readPeopleFolder } from '../evaluate/people-folder.ts';
import { pipelineVersion } from '../face/pipeline-version.ts';
import { productVersion } from '../settings/product-root.ts';
import { act, type AddCommand } from './command.ts';
import { percent } from './describe-decision.ts';
import {
  centringFor,
  describeGroups,
  groupsInCommand,
  type GroupOptions,
} from './calibrate-groups.ts';
import { withEnginePool } from './engine-pool.ts';
import { makeFolderOf, writeOutput } from './files.ts';
import {
  chipBackgroundOption,
  collect,
  jsonOption,
  positive,
  replicatesOption,
  seedOption,
} from './options.ts';
import { Option } from 'commander';
import { exitCodes, type Outcome } from './outcome.ts';
import { startProgress } from './progress.ts';

interface CalibrateOptions extends GroupOptions {
  readonly people?: string;
  readonly population: string;
  readonly out?: string;
  readonly chipBackground: ChipBackground;
  readonly replicates: number;
  readonly seed: number;
  readonly json: boolean;
}

/** `witness calibrate <folder>`: measures the thresholds among some people. */
export const addCalibrate: AddCommand = (program, host) => {
  program
    .command('calibrate')
    .description('measure thresholds from a folder of people')
    .argument('<folder>', 'one folder of photographs for each person')
    .requiredOption('--population <name>', 'name of the calibration: lower case, digits, hyphens')
    .option('--people <file>', 'use only the people named in this file, one a line')
    .option(
      '--group <name=file>',
      'centre this group: a list of its people, 30 or more, nobody in two; may be repeated (default: the groups of the calibration that ships)',
      collect,
    )
    .addOption(
      new Option(
        '--clusters <n>',
        'with --group: into how many groups all others are parted; those of fewer than 30 are left out',
      )
        .argParser(positive)
        .default(3),
    )
    .addOption(
      new Option(
        '--plain',
        'centre no groups: the thresholds then hold for such a mix of people only',
      )
        .default(false)
        .conflicts('group'),
    )
    .option('--out <file>', 'write the calibration here; its folder is made')
    .addOption(chipBackgroundOption())
    .addOption(replicatesOption())
    .addOption(seedOption())
    .addOption(jsonOption())
    .action(async (folder: string, options: CalibrateOptions) => {
      await act(host, options.json, () => measure(folder, options, host.signal));
    });
};

const measure = async (
  folder: string,
  options: CalibrateOptions,
  signal: AbortSignal,
): Promise<Outcome> => {
  const { population, replicates, seed } = options;
  if (options.out !== undefined) await makeFolderOf(options.out);
  const only = options.people === undefined ? undefined : await readListFile(options.people);
  const photographs = await readPeopleFolder(folder, only);
  const centring = await centringFor(photographs, options);
  const progress = startProgress();
  const { calibration, unreadable } = await withEnginePool(signal, (analysers) =>
    calibrate({
      photographs,
      population,
      analysers,
      pipeline: pipelineVersion,
      chipBackground: options.chipBackground,
      ...(centring && { centring }),
      resampling: { replicates, seed },
      made: {
        productVersion: productVersion(),
        date: new Date().toISOString().slice(0, 10),
        command: commandOf(folder, options),
      },
      onProgress: progress.show,
    }),
  ).finally(progress.stop);
  if (options.out !== undefined) await writeOutput(options.out, calibrationText(calibration));
  return {
    exitCode: exitCodes.ok,
    document: { calibration, unreadable: unreadable.length },
    text: describe(calibration, unreadable.length),
  };
};

/** The command for the record, without the folders of this machine. */
const commandOf = (folder: string, options: CalibrateOptions): string => {
  const { people, population, chipBackground, replicates, seed } = options;
  return [
    `witness calibrate ${basename(folder)} --population ${population}`,
    ...(people === undefined ? [] : [`--people ${basename(people)}`]),
    ...groupsInCommand(options),
    `--chip-background ${chipBackground} --replicates ${replicates} --seed ${seed}`,
  ].join(' ');
};

const describe = ({ id, centring, tables }: Calibration, unreadable: number): string =>
  [
    `calibration ${id}`,
    ...describeGroups(centring),
    ...(unreadable === 0 ? [] : [`${unreadable} photographs could not be read and were left out`]),
    ...tables.flatMap(describeTable),
  ].join('\n');

const describeTable = (table: CalibrationTable): readonly string[] => [
  `${table.pair}: ${table.people} people, ${table.photographs} photographs, ${table.impostorCount} impostor and ${table.genuineCount} genuine comparisons (of ${table.genuinePeople} people), ${table.failuresToFindFace} without a face`,
  ...table.points.map(
    ({ far, threshold, interval95: [low, high], frr, frrInterval95: [frrLow, frrHigh] }) =>
      `  FAR ${percent(far).padEnd(9)} cosine ${threshold.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})   FRR ${percent(frr)} (${percent(frrLow)}–${percent(frrHigh)})`,
  ),
];
