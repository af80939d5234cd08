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
import { bareModelsForTwo } from './bare-models.ts';
import { twoFrames } from './sample-photographs.ts';

/**
 * How much of a comparison is the networks themselves.
 *
 *     npx tsx test/bench/compare-bench.ts [rounds]
 *
 * One round runs the bare networks, a comparison in this process and one through the engine's
 * process, one after the other, so that whatever else the machine does slows all three alike. The
 * figures are medians over the rounds; one thread inside each inference.
 */
const rounds = Number(process.argv[2] ?? 60);
const modelsDirectory = fileURLToPath(new URL('../../models', import.meta.url));
const settings = { modelsDirectory, threads: 1 };

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

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

const images = (await twoFrames()).map((image) => ({ type: 'FacePic', image }) as const);
const bare = await bareModelsForTwo(modelsDirectory);
const pipeline = await FacePipeline.load(settings);
const engine = await EngineProcess.start(settings);

const times = { bare: [] as number[], inProcess: [] as number[], engine: [] as number[] };
const stages: FaceTimings[] = [];
const round = async (): Promise<void> => {
  times.bare.push(await timed(bare));
  times.inProcess.push(
    await timed(async () => {
      stages.push(...(await compare(pipeline, images)).map(({ timings }) => timings));
    }),
  );
  times.engine.push(await timed(() => compare(engine, images)));
};

// The first rounds compile the JavaScript; they are not counted.
for (let i = 0; i < 15; i++) await round();
for (const list of [...Object.values(times), stages]) list.length = 0;
for (let i = 0; i < rounds; i++) await round();
engine.close();

const ratioToBare = (list: readonly number[]): number =>
  medianOf(list.map((value, i) => value / (times.bare[i] ?? NaN)));
const ms = (value: number): string => `${value.toFixed(1).padStart(7)} ms`;
const lines = [
  `two photographs of 640 × 480, ${rounds} rounds, medians, one thread per inference`,
  `(a) bare networks                ${ms(medianOf(times.bare))}`,
  `(b) bytes to score, in process   ${ms(medianOf(times.inProcess))}   b/a ${ratioToBare(times.inProcess).toFixed(2)}`,
  `(c) bytes to score, own process  ${ms(medianOf(times.engine))}   c/a ${ratioToBare(times.engine).toFixed(2)}`,
  'stages of (b), per photograph:',
  ...(['decode', 'detect', 'landmarks', 'align', 'embed'] as const).map(
    (stage) => `    ${stage.padEnd(10)} ${ms(medianOf(stages.map((timings) => timings[stage])))}`,
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);
