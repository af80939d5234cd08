import { readBenchOptions, type BenchOptions } from './bench-options.ts';
import { compareRuns, exitCodeOf } from './bench-change.ts';
import { loadNow, makeResult, readResult, writeResult, type BenchResult } from './bench-result.ts';
import { meetsTarget, type Figure } from './figures.ts';
import type { Measurement } from './measurement.ts';
import { cardToVerdict } from './measurements/card-to-verdict.ts';
import { engineMemory } from './measurements/engine-memory.ts';
import { engineReady } from './measurements/engine-ready.ts';
import { otherLibraries } from './measurements/other-libraries.ts';
import { ownCompare } from './measurements/own-compare.ts';
import { preview } from './measurements/preview.ts';
import { throughput } from './measurements/throughput.ts';

/**
 * How fast Witness is, in one run on one machine.
 *
 *     npm run bench -- [--only a,c] [--quick] [--out file] [--against file] [--faces folder --pairs file]
 *
 * The result is kept as JSON (`build/bench.json`). With `--against`, the figures of an earlier run are
 * laid beside, and those that got worse by more than the noise of both runs together are named, as are
 * those that are missing now; then it ends with 1 (with 2 where the arguments are wrong, or nothing of the
 * two runs can be judged). The noise of a run is the median absolute deviation of its samples. What is compared takes turns, so that whatever else the machine does slows all of it alike. `--faces` and `--pairs` are
 * photographs and a list of pairs in the format of LFW, for the accuracy beside the times of (b). Linux.
 */
const measurements: readonly Measurement[] = [
  ownCompare,
  otherLibraries,
  throughput,
  engineReady,
  engineMemory,
  cardToVerdict,
  preview,
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const numberOf = (value: number): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
};

const describeFigure = (figure: Figure): string => {
  const { title, median, noise, unit, samples, target } = figure;
  const met = meetsTarget(figure);
  const aim =
    target === undefined
      ? ''
      : `  ${'most' in target ? `≤ ${target.most}` : `≥ ${target.least}`}: ${met === true ? 'met' : 'MISSED'}`;
  const value = `${numberOf(median).padStart(9)} ± ${numberOf(noise).padEnd(6)} ${unit.padEnd(6)}`;
  return `  ${title.padEnd(62)}${value} n ${String(samples).padStart(4)}${aim}`;
};

const measure = async (options: BenchOptions): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  const { only } = options;
  for (const measurement of measurements) {
    const { letter, title } = measurement;
    if (only?.includes(letter) === false) continue;
    say(`(${letter}) ${title}`);
    const measured = await measurement.run(options);
    for (const figure of measured) say(describeFigure(figure));
    figures.push(...measured);
  }
  return figures;
};

/** The options, and the earlier run: read first, so that a file that is none costs no run. */
const begin = (): { options: BenchOptions; earlier: BenchResult | undefined } => {
  try {
    const letters = measurements.map(({ letter }) => letter);
    const options = readBenchOptions(process.argv.slice(2), letters);
    const { against } = options;
    return { options, earlier: against === undefined ? undefined : readResult(against) };
  } catch (caught) {
    // What was asked for wrongly must not look like something that got worse.
    process.stderr.write(`${caught instanceof Error ? caught.message : String(caught)}\n`);
    return process.exit(2);
  }
};

const { options, earlier } = begin();
const loadBefore = loadNow();
const figures = await measure(options);
const result = makeResult(figures, { quick: options.quick, loadBefore });
writeResult(options.out, result);
const { processor, cores, load } = result.machine;
const [before, after] = load.map((value) => value.toFixed(1));
say(
  `${processor}, ${cores} cores, load ${before ?? ''} to ${after ?? ''}, Node ${result.node}: ${options.out}`,
);
if (earlier !== undefined) {
  const letters = options.only ?? measurements.map(({ letter }) => letter);
  const comparison = compareRuns(earlier, result, letters);
  for (const warning of comparison.warnings) say(warning);
  for (const { title, unit, before: was, after: is, noise, verdict } of comparison.changes)
    say(
      `  ${verdict.padEnd(10)} ${title}: ${numberOf(was)} → ${numberOf(is)} ${unit}, noise ${numberOf(noise)}`,
    );
  for (const title of comparison.missing) say(`  missing    ${title}`);
  const worse = comparison.changes.filter(({ verdict }) => verdict === 'worse').length;
  process.exitCode = exitCodeOf(comparison);
  if (process.exitCode === 2) say('The two runs have nothing in common that can be judged.');
  else say(worse === 0 ? 'Nothing got worse.' : `${worse} got worse by more than the noise.`);
}
