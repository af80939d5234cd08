import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { FacePipeline } from '../../main/face/face-pipeline.ts';
import type { FaceLook, LookedFace } from '../../main/face/face-look.ts';
import { adviseOn, type FrameAdvice } from '../../main/face/frame-advice.ts';
import { degradations } from './degraded-frames.ts';

/**
 * What the live look measures on ordinary photographs, which of them it accepts, and which it accepts
 * still once they were spoilt.
 *
 *     npx tsx test/bench/look-bench.ts folder [photographs]
 *
 * Takes so many photographs (400) evenly from the folder and those within. `frontal, alone` are those
 * with one face whose nose tip lies within a quarter of the eyes' distance of the middle between them,
 * `turned, alone` those where it lies beyond half of it: a measure the advice does not use. The times are of the same photographs as JPEGs of 1280 × 960, one
 * thread inside each inference.
 */
const [folder = '.', most = '400'] = process.argv.slice(2);
const pipeline = await FacePipeline.load({
  modelsDirectory: fileURLToPath(new URL('../../models', import.meta.url)),
  threads: 1,
});

const photographs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(jpe?g|png|webp|bmp)$/i.test(name))
  .sort();
const count = Math.min(Number(most), photographs.length);
const chosen = Array.from(
  { length: count },
  (_, i) => photographs[Math.floor((i * photographs.length) / count)] ?? '',
);

interface Seen {
  readonly look: FaceLook;
  readonly advice: FrameAdvice;
}
const see = async (bytes: Uint8Array): Promise<Seen> => {
  const look = await pipeline.look(bytes);
  return { look, advice: adviseOn(look) };
};

/** How far the nose tip lies from the middle between the eyes, in their distance; NaN without a face. */
const turnOf = ({ face }: FaceLook): number => {
  if (face === undefined) return NaN;
  const [right, left, nose] = face.landmarks;
  const eyes = Math.hypot(left.x - right.x, left.y - right.y);
  return Math.abs(nose.x - (right.x + left.x) / 2) / eyes;
};

const plain: Seen[] = [];
const spoilt = new Map<string, Seen[]>(Object.keys(degradations).map((name) => [name, []]));
const frames: FaceLook[] = [];
for (const name of chosen) {
  const bytes = readFileSync(join(folder, name));
  const seen = await see(bytes);
  plain.push(seen);
  const frame = sharp(bytes).autoOrient().resize(1280, 960, { fit: 'cover' }).jpeg({ quality: 85 });
  frames.push(await pipeline.look(await frame.toBuffer()));
  const { face, width, height } = seen.look;
  if (face === undefined || !seen.advice.accepted) continue;
  for (const [kind, degrade] of Object.entries(degradations)) {
    const worse = await degrade({ bytes, face, width, height });
    spoilt.get(kind)?.push(await see(await worse.jpeg({ quality: 92 }).toBuffer()));
  }
}

const quantiles = [0, 0.01, 0.03, 0.1, 0.5, 0.9, 0.97, 0.99, 1];
const row = (title: string, cells: readonly string[]): string =>
  title.padEnd(22) + cells.map((cell) => cell.padStart(8)).join('');
const distribution = (title: string, values: readonly number[]): string => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? NaN;
  return row(
    title,
    quantiles.map((part) => at(part).toPrecision(3)),
  );
};
const acceptance = (title: string, list: readonly Seen[]): string => {
  const instructions = list.map(({ advice }) => advice.instruction);
  const shares = [...new Set(instructions)]
    .map((name) => ({ name, share: instructions.filter((one) => one === name).length }))
    .sort((a, b) => b.share - a.share)
    .map(({ name, share }) => `${name} ${((100 * share) / list.length).toFixed(1)} %`);
  return `${title.padEnd(22)}${String(list.length).padStart(6)}  ${shares.join(', ')}`;
};

const faces = plain.flatMap(({ look: { face, width, height } }) =>
  face === undefined ? [] : [{ face, width, height }],
);
const numbers: Readonly<Record<string, (face: LookedFace) => number>> = {
  yaw: ({ pose }) => pose.yaw,
  pitch: ({ pose }) => pose.pitch,
  roll: ({ pose }) => pose.roll,
  sharpness: ({ sharpness }) => sharpness,
  brightness: ({ brightness }) => brightness,
  contrast: ({ contrast }) => contrast,
  evenness: ({ evenness }) => evenness,
  'mouth covered': ({ mouthCovered }) => mouthCovered,
  'second face': ({ secondLargestShare }) => secondLargestShare,
  score: ({ score }) => score,
  presence: ({ presence }) => presence,
};
const stages = ['decode', 'detect', 'landmarks', 'measure'] as const;
// The first looks compile the JavaScript.
const warm = frames.slice(Math.min(20, frames.length - 1)).map(({ timings }) => timings);
const lines = [
  row('quantile', quantiles.map(String)),
  distribution(
    'height of box',
    faces.map(({ face, width, height }) => face.box.height / Math.min(width, height)),
  ),
  ...Object.entries(numbers).map(([name, read]) =>
    distribution(
      name,
      faces.map(({ face }) => read(face)),
    ),
  ),
  distribution(
    'quality',
    plain.map(({ advice }) => advice.quality),
  ),
  '',
  acceptance('as they are', plain),
  acceptance(
    'frontal, alone',
    plain.filter(({ look }) => look.faces === 1 && turnOf(look) < 0.25),
  ),
  acceptance(
    'turned, alone',
    plain.filter(({ look }) => look.faces === 1 && turnOf(look) > 0.5),
  ),
  ...[...spoilt].map(([kind, list]) => acceptance(kind, list)),
  '',
  'ms of a look at 1280 × 960',
  ...stages.map((stage) =>
    distribution(
      stage,
      warm.map((timings) => timings[stage]),
    ),
  ),
  distribution(
    'together',
    warm.map((timings) => stages.reduce((sum, stage) => sum + timings[stage], 0)),
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);
