import { describe, expect, test } from 'vitest';
import { makeCropBuffer, type CropBuffer } from '../../../main/face/crop-buffer.ts';
import type { FivePoints } from '../../../main/face/face-landmarks.ts';
import { embedFaces } from '../../../main/face/embed-faces.ts';
import type { LocatedFace } from '../../../main/face/locate-face.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import type { EmbeddingModel } from '../../../models/manifest-schema.ts';
import { manifestModels, ScriptedNetwork } from './models.ts';
import { gradient } from './pictures.ts';

const model = manifestModels.embedding;
const { length, alignment } = model.embedding;
const places = alignment.template.map(([x, y]) => ({ x: x + 20, y: y + 30 }));
const faceAt = (points = places): LocatedFace => ({
  detected: {
    box: { x: 0, y: 0, width: 100, height: 100 },
    score: 0.9,
    eyes: [points[0]!, points[1]!],
  },
  landmarks: {
    points: points as unknown as FivePoints,
    presence: 1,
    mesh: () => ({ x: NaN, y: NaN, z: NaN }),
  },
  pyramid: new MipPyramid(gradient(160, 160)),
  path: { outside: [0, 0, 0], canvases: [] },
});
/** Vectors of one number each: the n-th crop of a run gets `5 + n` in its n-th place. */
const network = (
  parts: Partial<EmbeddingModel['input']> = {},
  mirrored = false,
): ScriptedNetwork<EmbeddingModel> =>
  new ScriptedNetwork(modelWith(parts, mirrored), (count) => ({
    embedding: Array.from({ length: count }, (_, n) =>
      Array.from({ length }, (_unused, i) => (i === n ? 5 + n : 0)),
    ).flat(),
  }));
const modelWith = (parts: Partial<EmbeddingModel['input']>, mirrored: boolean): EmbeddingModel => ({
  ...model,
  input: { ...model.input, ...parts },
  embedding: { ...model.embedding, mirrored },
});
const answering = (vector: readonly number[]): ScriptedNetwork<EmbeddingModel> =>
  new ScriptedNetwork(model, () => ({ embedding: vector }));
const turned = places.map(({ x, y }) => ({ x: y, y: 150 - x }));
/** An NHWC crop of bytes, left and right exchanged. */
const mirrorOf = (crop: Uint8Array): Uint8Array => {
  const { width, height } = alignment;
  return Uint8Array.from(crop, (_, i) => {
    const [row, x, channel] = [Math.floor(i / (width * 3)), Math.floor(i / 3) % width, i % 3];
    if (row >= height) throw new RangeError('a crop too long');
    return crop[(row * width + (width - 1 - x)) * 3 + channel] ?? -1;
  });
};
const badOutput = expect.objectContaining({
  code: 'engine.bad-output',
  data: { model: 'mobilefacenet' },
}) as unknown;

describe('embedding', () => {
  test('gives each face its own vector, of unit length', async () => {
    const { vectors } = await embedFaces(network(), [faceAt(), faceAt(), faceAt()]);
    expect(vectors.map((vector) => vector.length)).toEqual([length, length, length]);
    expect(vectors.map((vector) => vector.findIndex((value) => value === 1))).toEqual([0, 1, 2]);
  });

  test('runs all faces at once', async () => {
    const all = network();
    await embedFaces(all, [faceAt(), faceAt(), faceAt()]);
    expect(all.runs).toEqual([3]);
  });

  test('runs no more at once than the network takes', async () => {
    const pairs = network({ maxBatch: 2 });
    const { vectors } = await embedFaces(pairs, [faceAt(), faceAt(), faceAt()]);
    expect(pairs.runs).toEqual([2, 1]);
    expect(vectors.map((vector) => vector.indexOf(1))).toEqual([0, 1, 0]);
  });

  test('averages a face with its mirror image, in one run, where the manifest says so', async () => {
    const all = network({}, true);
    const { vectors } = await embedFaces(all, [faceAt(), faceAt()]);
    expect(all.runs).toEqual([4]);
    const places = vectors.map((vector) => [...vector.keys()].filter((i) => vector[i] !== 0));
    expect(places).toEqual([
      [0, 1],
      [2, 3],
    ]);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
  });

  test.each([1, 2, 3])(
    'keeps faces and mirror images apart where a run takes %i at once',
    async (maxBatch) => {
      const seen: Uint8Array[] = [];
      const watching = network({ maxBatch }, true);
      const buffers = new Map<number, CropBuffer>();
      watching.buffer = (count) => {
        const buffer = buffers.get(count) ?? makeCropBuffer(watching.model.input, count);
        buffers.set(count, buffer);
        return buffer;
      };
      const run = watching.run.bind(watching);
      watching.run = (count) => {
        const crop = alignment.width * alignment.height * 3;
        const { data } = watching.buffer(count);
        for (let i = 0; i < count; i++)
          seen.push(Uint8Array.from(data.slice(i * crop, (i + 1) * crop)));
        return run(count);
      };
      await embedFaces(watching, [faceAt(), faceAt(turned)]);
      expect(seen).toHaveLength(4);
      expect(seen[1]).toEqual(mirrorOf(seen[0]!));
      expect(seen[3]).toEqual(mirrorOf(seen[2]!));
      expect(seen[2]).not.toEqual(seen[0]);
    },
  );

  test('of no face runs nothing', async () => {
    const none = network();
    expect((await embedFaces(none, [])).vectors).toEqual([]);
    expect(none.runs).toEqual([]);
  });

  test('keeps its own copy of what the network gave', async () => {
    const [first] = (await embedFaces(network(), [faceAt()])).vectors;
    expect(first!.buffer.byteLength).toBe(length * 4);
  });

  test.each([
    ['zeros', new Array<number>(length).fill(0)],
    ['numbers too small for a direction', new Array<number>(length).fill(1e-12)],
    ['one that is no number', [NaN, ...new Array<number>(length - 1).fill(1)]],
    ['one without end', [Infinity, ...new Array<number>(length - 1).fill(1)]],
    ['too few', new Array<number>(length - 1).fill(1)],
    ['nothing', []],
  ])('refuses a vector of %s', async (_, vector) => {
    await expect(embedFaces(answering(vector), [faceAt()])).rejects.toEqual(badOutput);
  });

  test.each([
    ['no numbers', places.map(() => ({ x: NaN, y: NaN }))],
    ['all in one place', places.map(() => ({ x: 50, y: 50 }))],
    ['without end', places.map(({ x }, i) => ({ x, y: i === 2 ? Infinity : 0 }))],
  ])('refuses a face whose points are %s: its crop would show nothing', async (_, points) => {
    const never = network();
    await expect(embedFaces(never, [faceAt(points)])).rejects.toEqual(badOutput);
    expect(never.runs).toEqual([]);
  });
});
