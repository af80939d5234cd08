import { fileURLToPath } from 'node:url';
import { EngineProcess } from '../../main/engine/engine-process.ts';
import { FacePipeline } from '../../main/face/face-pipeline.ts';
import {
  cosineOf,
  type FaceAnalyser,
  type FaceAnalysis,
  type FaceTimings,
  type TypedImage,
} from '../../main/face/types.ts';
import { cameraFrameOf, sampleFaces } from '../main/face/sample-faces.ts';
import { bareModelsForTwo } from './bare-models.ts';

/**
 * How much of a comparison is the networks themselves.
 *
 *     npx tsx test/bench/compare-bench.ts [rounds]
 *
 * One round runs the bare networks, a comparison in this process and one through the engine's
 * process, one after the other, so that whatever else the machine does slows all three alike. Besides
 * the medians stands the quickest tenth, which a busy machine disturbs least. Ratios are those of one
 * column. One thread inside each inference.
 */
const rounds = Number(process.argv[2] ?? 60);
const modelsDirectory = fileURLToPath(new URL('../../models', import.meta.url));
const settings = { modelsDirectory, threads: 1 };

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const compare = async (
  analyser: FaceAnalyser,
  images: readonly TypedImage[],
): Promise<readonly FaceAnalysis[]> => {
  const analyses = await analyser.analyse(images);
  const [first, second] = analyses.map(({ face }) => face?.embedding);
  if (first === undefined || second === undefined) throw new Error('a face was not found');
  if (cosineOf(first, second) < 0.6) throw new Error('the same woman was not recognised');
  return analyses;
};

const frames = [sampleFaces.anna1, sampleFaces.anna3].map(cameraFrameOf);
const images = (await Promise.all(frames)).map((image) => ({ type: 'FacePic', image }) as const);
const bare = await bareModelsForTwo(modelsDirectory);
const pipeline = await FacePipeline.load(settings);
const engine = await EngineProcess.start(settings);

const times = { bare: [] as number[], inProcess: [] as number[], engine: [] as number[] };
const stages: (readonly FaceTimings[])[] = [];
const round = async (): Promise<void> => {
  times.bare.push(await timed(bare));
  times.inProcess.push(
    await timed(async () => {
      stages.push((await compare(pipeline, images)).map(({ timings }) => timings));
    }),
  );
  times.engine.push(await timed(() => compare(engine, images)));
};

// The first rounds compile the JavaScript; they are not counted.
for (let i = 0; i < 15; i++) await round();
for (const list of [...Object.values(times), stages]) list.length = 0;
for (let i = 0; i < rounds; i++) await round();
engine.close();

const ms = (value: number): string => `${value.toFixed(1).padStart(6)} ms`;
const row = (title: string, list: readonly number[]): string =>
  [
    title.padEnd(34),
    ...[0.5, 0.1].map((part) => {
      const value = quantile(list, part);
      const ratio = value / quantile(times.bare, part);
      return `${ms(value)}  × ${ratio.toFixed(2)}   `;
    }),
  ].join('  ');
const stageRow = (stage: keyof FaceTimings): string => {
  const list = stages.map((both) => both.reduce((sum, timings) => sum + timings[stage], 0));
  return `    ${stage.padEnd(30)}  ${ms(quantile(list, 0.5))}             ${ms(quantile(list, 0.1))}`;
};
const lines = [
  `two photographs of 640 × 480, ${rounds} rounds     median               quickest tenth`,
  row('(a) bare networks', times.bare),
  row('(b) bytes to score, this process', times.inProcess),
  row('(c) bytes to score, own process', times.engine),
  'stages of (b), for both photographs',
  ...(['decode', 'detect', 'landmarks', 'align', 'embed'] as const).map(stageRow),
];
process.stdout.write(`${lines.join('\n')}\n`);
