import type { TypedImage } from '../../../main/face/types.ts';
import { twoFrames } from '../bench-photographs.ts';
import { startBuiltEngine } from '../built-engine.ts';
import { openBenchCompare, type BenchCompare } from '../bench-compare.ts';
import { figureOf } from '../figures.ts';
import type { Measurement } from '../measurement.ts';

const windowMs = 1000;

/** Comparisons a second of some engines together, in one window; each has two waiting, as a queue has. */
const countIn = async (
  compares: readonly BenchCompare[],
  images: readonly [TypedImage, TypedImage],
): Promise<number> => {
  const begun = performance.now();
  let count = 0;
  const loop = async (compare: BenchCompare): Promise<void> => {
    while (performance.now() - begun < windowMs) {
      await compare(images);
      count++;
    }
  };
  await Promise.all(compares.flatMap((compare) => [loop(compare), loop(compare)]));
  return (1000 * count) / (performance.now() - begun);
};

/** How many comparisons one and two engines' processes make, taking turns. */
export const throughput: Measurement = {
  letter: 'c',
  title: 'Comparisons a second',
  run: async ({ quick }) => {
    const windows = quick ? 4 : 12;
    const images = await twoFrames();
    const engines = [await startBuiltEngine(), await startBuiltEngine()];
    const both = await Promise.all(engines.map(({ engine }) => openBenchCompare(engine)));
    await countIn(both, images);
    const [one, two]: [number[], number[]] = [[], []];
    for (let window = 0; window < windows; window++) {
      one.push(await countIn(both.slice(0, 1), images));
      two.push(await countIn(both, images));
    }
    for (const { engine } of engines) engine.close();
    const question = { unit: 'per s', better: 'higher' } as const;
    const gains = two.map((rate, window) => rate / (one[window] ?? NaN));
    return [
      figureOf({ id: 'c.one', title: 'one engine process, two frames each', ...question }, one),
      figureOf({ id: 'c.two', title: 'two engine processes', ...question }, two),
      figureOf({ id: 'c.gain', title: '  two against one', ...question, unit: '×' }, gains),
    ];
  },
};
