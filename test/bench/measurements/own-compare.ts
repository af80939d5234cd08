import { FacePipeline } from '../../../main/face/face-pipeline.ts';
import { modelsDirectory } from '../../../main/settings/product-root.ts';
import { chipAndFrame, twoFrames } from '../bench-photographs.ts';
import { startBuiltEngine } from '../built-engine.ts';
import { openBenchCompare } from '../bench-compare.ts';
import { figureOf, timed, type Figure } from '../figures.ts';
import type { Measurement } from '../measurement.ts';
import { recordRuns } from '../recorded-runs.ts';

/** How much of a comparison is the networks themselves. One thread inside each inference. */
export const ownCompare: Measurement = {
  letter: 'a',
  title: 'A comparison against the sum of its bare session.run times',
  run: async ({ quick }) => {
    const rounds = quick ? 30 : 150;
    const frames = await twoFrames();
    const chip = await chipAndFrame();
    const pipeline = await FacePipeline.load({ modelsDirectory: modelsDirectory(), threads: 1 });
    const { engine } = await startBuiltEngine();
    const compareHere = await openBenchCompare(pipeline);
    const compareThere = await openBenchCompare(engine);
    const inProcess = (): Promise<void> => compareHere(frames);
    const chipInProcess = (): Promise<void> => compareHere(chip);
    const bare = await recordRuns(inProcess);
    const chipBare = await recordRuns(chipInProcess);
    const works = {
      bare,
      inProcess,
      chipBare,
      chipInProcess,
      engine: () => compareThere(frames),
      // The chip photo is known to the engine from the round before.
      kept: () => compareThere(chip),
    };
    const times = Object.fromEntries(
      Object.keys(works).map((name) => [name, [] as number[]]),
    ) as Record<keyof typeof works, number[]>;
    // The first rounds compile the JavaScript; they are not counted.
    for (let round = -20; round < rounds; round++)
      for (const [name, work] of Object.entries(works)) {
        const time = await timed(work);
        if (round >= 0) times[name as keyof typeof works].push(time);
      }
    engine.close();
    return figuresOf(times);
  },
};

type Times = Readonly<
  Record<'bare' | 'inProcess' | 'chipBare' | 'chipInProcess' | 'engine' | 'kept', readonly number[]>
>;

/** Ratios are those of one round, whose two halves follow each other at once. */
const ratios = (values: readonly number[], to: readonly number[]): readonly number[] =>
  values.map((value, round) => value / (to[round] ?? NaN));

const figuresOf = (times: Times): readonly Figure[] => {
  const time = (id: string, title: string, values: readonly number[]): Figure =>
    figureOf({ id, title, unit: 'ms', better: 'lower' }, values);
  const ratio = (id: string, title: string, values: readonly number[]): Figure =>
    figureOf({ id, title, unit: '×', better: 'lower', target: { most: 1.15 } }, values);
  return [
    time('a.bare', 'bare networks of two frames', times.bare),
    time('a.compare', 'two frames of 640 × 480, bytes to score, in process', times.inProcess),
    ratio('a.ratio', '  against its bare networks', ratios(times.inProcess, times.bare)),
    time('a.chip-bare', 'bare networks of chip photo and frame', times.chipBare),
    time('a.chip', 'chip photo (BMP) and frame, bytes to score, in process', times.chipInProcess),
    ratio(
      'a.chip-ratio',
      '  against its bare networks',
      ratios(times.chipInProcess, times.chipBare),
    ),
    time('a.engine', 'two frames, through the engine’s process', times.engine),
    time('a.kept', 'chip photo that is known and frame, through the engine', times.kept),
  ];
};
