import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { convertModel } from '../../../models/convert-model.ts';
import type { EmbeddingModel } from '../../../models/manifest-schema.ts';
import { loadOnnx } from '../support/onnx-model.ts';
import { convertAsPublished, publishedModel } from '../support/published-models.ts';

type Place = readonly [x: number, y: number];

/** A face in a group photograph that comes with the face-api package: where its eyes are, in pixels. */
interface Face {
  readonly sample: number;
  readonly eyes: readonly [left: Place, right: Place];
}

/** Each person once or twice; nobody twice in the same photograph. */
const people: readonly (readonly Face[])[] = [
  [
    {
      sample: 1,
      eyes: [
        [1557, 281],
        [1614, 338],
      ],
    },
    {
      sample: 3,
      eyes: [
        [1119, 320],
        [1215, 340],
      ],
    },
  ],
  [
    {
      sample: 1,
      eyes: [
        [875, 553],
        [944, 513],
      ],
    },
    {
      sample: 4,
      eyes: [
        [320, 316],
        [389, 286],
      ],
    },
  ],
  [
    {
      sample: 1,
      eyes: [
        [1509, 658],
        [1583, 648],
      ],
    },
  ],
  [
    {
      sample: 2,
      eyes: [
        [1487, 279],
        [1566, 254],
      ],
    },
  ],
  [
    {
      sample: 3,
      eyes: [
        [1554, 412],
        [1651, 404],
      ],
    },
  ],
  [
    {
      sample: 4,
      eyes: [
        [1008, 279],
        [1078, 288],
      ],
    },
  ],
];

const photographs = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** The face turned and scaled so that its eyes lie on the template's; each pixel the mean of nine. */
const alignedPixels = async (
  { sample, eyes }: Face,
  { input, embedding }: EmbeddingModel,
): Promise<Uint8Array> => {
  const { data, info } = await sharp(join(photographs, `sample${sample}.jpg`))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [goalLeft, goalRight] = embedding.alignment.template;
  const [left, right] = eyes;
  const goal = [goalRight[0] - goalLeft[0], goalRight[1] - goalLeft[1]] as const;
  const span = [right[0] - left[0], right[1] - left[1]] as const;
  const square = goal[0] ** 2 + goal[1] ** 2;
  const a = (span[0] * goal[0] + span[1] * goal[1]) / square;
  const b = (span[1] * goal[0] - span[0] * goal[1]) / square;

  const pixels = new Uint8Array(input.width * input.height * 3);
  const steps = [-1 / 3, 0, 1 / 3];
  pixels.forEach((_, i) => {
    const channel = i % 3;
    const column = Math.floor(i / 3) % input.width;
    const row = Math.floor(i / 3 / input.width);
    let sum = 0;
    for (const down of steps) {
      for (const along of steps) {
        const dx = column + along - goalLeft[0];
        const dy = row + down - goalLeft[1];
        const x = Math.round(left[0] + a * dx - b * dy);
        const y = Math.round(left[1] + b * dx + a * dy);
        sum += data[(y * info.width + x) * 3 + channel] ?? 0;
      }
    }
    pixels[i] = Math.round(sum / 9);
  });
  return pixels;
};

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

interface Cosines {
  readonly samePerson: readonly number[];
  readonly otherPeople: readonly number[];
}

const cosinesOf = async (onnx: Uint8Array, model: EmbeddingModel): Promise<Cosines> => {
  const run = await loadOnnx(onnx);
  const { name, width, height } = model.input;
  const embeddings: { person: number; sample: number; vector: Float32Array }[] = [];
  for (const [person, faces] of people.entries()) {
    for (const face of faces) {
      const data = await alignedPixels(face, model);
      const outputs = await run({ [name]: { shape: [1, height, width, 3], data } });
      const vector = outputs[model.embedding.vector]!.data;
      embeddings.push({ person, sample: face.sample, vector });
    }
  }
  const pairs = embeddings.flatMap((a, i) => embeddings.slice(i + 1).map((b) => [a, b] as const));
  const across = pairs.filter(([a, b]) => a.sample !== b.sample);
  const of = (same: boolean): number[] =>
    across
      .filter(([a, b]) => (a.person === b.person) === same)
      .map(([a, b]) => cosine(a.vector, b.vector));
  return { samePerson: of(true), otherPeople: of(false) };
};

describe('the embedding network on faces', () => {
  const published = publishedModel('mobilefacenet');
  let asPublished: Cosines;
  let repaired: Cosines;

  beforeAll(async () => {
    if (published.model.role !== 'embedding') throw new Error('not an embedding');
    asPublished = await cosinesOf(convertAsPublished(published), published.model);
    const onnx = convertModel(published.model, published.source, published.files);
    repaired = await cosinesOf(onnx, published.model);
  });

  it('as published, says of everybody that they are the same person', () => {
    expect(asPublished.otherPeople.length).toBeGreaterThan(10);
    expect(Math.min(...asPublished.samePerson, ...asPublished.otherPeople)).toBeGreaterThan(0.999);
  });

  it('repaired, tells the same person from others', () => {
    expect(repaired.samePerson).toHaveLength(2);
    expect(Math.min(...repaired.samePerson)).toBeGreaterThan(0.5);
    expect(Math.max(...repaired.otherPeople)).toBeLessThan(Math.min(...repaired.samePerson) - 0.05);
  });
});
