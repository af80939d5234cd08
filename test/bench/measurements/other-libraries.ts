import { FacePipeline } from '../../../main/face/face-pipeline.ts';
import { cosineOf } from '../../../main/face/types.ts';
import { foldAccuracy } from '../../../main/evaluate/fold-accuracy.ts';
import { modelsDirectory } from '../../../main/settings/product-root.ts';
import { benchPairs, type BenchPair } from '../bench-pairs.ts';
import { twoFrames } from '../bench-photographs.ts';
import { loadFaceApi } from '../face-api-library.ts';
import type { FaceLibrary } from '../face-library.ts';
import { figureOf, timed, type Figure } from '../figures.ts';
import { loadHuman } from '../human-library.ts';
import type { Measurement } from '../measurement.ts';

const loadWitness = async (): Promise<FaceLibrary> => {
  const pipeline = await FacePipeline.load({ modelsDirectory: modelsDirectory(), threads: 1 });
  return {
    id: 'witness',
    name: 'Witness',
    compare: async (first, second) => {
      const images = [first, second].map((image) => ({ type: 'FacePic', image }) as const);
      const [a, b] = (await pipeline.analyse(images)).map(({ face }) => face?.embedding);
      return a && b && cosineOf(a, b);
    },
  };
};

/** Share of pairs decided rightly; a face that is not found counts as "different people". */
const accuracyOf = async (library: FaceLibrary, pairs: readonly BenchPair[]): Promise<number> => {
  const scored = [];
  for (const { first, second, isSame, fold } of pairs) {
    const likeness = await library.compare(first, second);
    scored.push({ isSame, cosine: likeness ?? -Infinity, ...(fold !== undefined && { fold }) });
  }
  return 100 * foldAccuracy(scored).mean;
};

/**
 * The same comparison, of JPEG bytes, by other libraries in this process: on TensorFlow.js's WebAssembly
 * backend with SIMD, the fastest that needs no binary from outside the npm registry.
 */
export const otherLibraries: Measurement = {
  letter: 'b',
  title: 'The same comparison by other libraries (tfjs, WebAssembly)',
  run: async ({ quick, pairs: list }) => {
    const libraries = [await loadWitness(), await loadHuman(), await loadFaceApi()];
    const [{ image: first }, { image: second }] = await twoFrames();
    const times = new Map<FaceLibrary, number[]>(libraries.map((library) => [library, []]));
    for (let round = -3; round < (quick ? 5 : 20); round++)
      for (const [library, measured] of times) {
        const time = await timed(() => library.compare(first, second));
        if (round >= 0) measured.push(time);
      }
    const pairs = await benchPairs(list, quick ? 60 : 300);
    const own = [...times.values()][0] ?? [];
    const figures: Figure[] = [];
    for (const [library, measured] of times) {
      const { id, name } = library;
      const ratios = measured.map((time, round) => time / (own[round] ?? NaN));
      const about = `b.${id}`;
      const ratio = { id: `${about}-ratio`, title: '  against Witness', unit: '×' };
      figures.push(
        figureOf(
          { id: about, title: `${name}, two frames`, unit: 'ms', better: 'lower' },
          measured,
        ),
        ...(id === 'witness' ? [] : [figureOf({ ...ratio, better: 'neither' }, ratios)]),
        {
          ...figureOf(
            {
              ...{ id: `${about}-right`, title: '  pairs decided rightly', unit: '%' },
              better: 'neither',
            },
            [await accuracyOf(library, pairs)],
          ),
          samples: pairs.length,
        },
      );
    }
    return figures;
  },
};
