import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { FacePipeline } from '../../../main/face/face-pipeline.ts';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import {
  cosineOf,
  type FaceAnalysis,
  type FoundFace,
  type ImageType,
} from '../../../main/face/types.ts';
import { modelIdentities } from '../../../main/face/model-identities.ts';
import { bmpFile } from './bmp-file.ts';
import { manifestModels, modelsDirectory } from './models.ts';
import { orientations, storedTurned } from './orientation.ts';
import { encode, gradient, paint, randomNumbers } from './pictures.ts';
import {
  cameraFrameOf,
  chipPhotoOf,
  portraitOf,
  sampleFaces,
  samplePhotograph,
} from './sample-faces.ts';

let pipeline: FacePipeline;
beforeAll(async () => {
  pipeline = await FacePipeline.load({ modelsDirectory, threads: 1 });
});

const analyse = async (image: Uint8Array, type: ImageType = 'FacePic'): Promise<FaceAnalysis> =>
  (await pipeline.analyse([{ type, image }]))[0]!;
const faceOf = async (image: Uint8Array, type?: ImageType): Promise<FoundFace> => {
  const { face } = await analyse(image, type);
  if (face === undefined) throw new Error('no face was found');
  return face;
};
const portraits = {} as Record<keyof typeof sampleFaces, FoundFace>;
beforeAll(async () => {
  for (const [name, face] of Object.entries(sampleFaces))
    portraits[name as keyof typeof sampleFaces] = await faceOf(
      await portraitOf(face).png().toBuffer(),
    );
});
const pixelsOf = async (picture: Sharp): Promise<RgbImage> => {
  const raw = picture.toColourspace('srgb').raw();
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
};
const cosine = (a: FoundFace, b: FoundFace): number => cosineOf(a.embedding, b.embedding);

describe('the pipeline', () => {
  test('names the models it stands on', () => {
    const { detector, landmarks, embedding } = manifestModels;
    expect(pipeline.models).toEqual(modelIdentities([detector, landmarks, embedding]));
  });

  test('tells the same woman from others', () => {
    const { anna1, anna3, berta1, berta4 } = portraits;
    expect(cosine(anna1, anna3)).toBeGreaterThan(0.7);
    expect(cosine(berta1, berta4)).toBeGreaterThan(0.52);
    for (const [a, b] of [
      [anna1, berta1],
      [anna1, berta4],
      [anna3, berta1],
      [anna3, berta4],
    ] as const)
      expect(cosine(a, b)).toBeLessThan(0.52);
  });

  test('takes other people on different photographs for different people', async () => {
    const largest: FoundFace[] = [];
    for (const sample of [2, 3, 4, 5, 6])
      largest.push(await faceOf(await sharp(samplePhotograph(sample)).toBuffer()));
    const others = largest.flatMap((a, i) => largest.slice(i + 1).map((b) => cosine(a, b)));
    expect(others).toHaveLength(10);
    expect(Math.max(...others)).toBeLessThan(0.52);
  });

  test('places the face and its features in pixels of the photograph', async () => {
    const { anna3 } = sampleFaces;
    const { width } = await portraitOf(anna3)
      .png()
      .toBuffer({ resolveWithObject: true })
      .then(({ info }) => info);
    const { box, landmarks, score } = portraits.anna3;
    const middle = width / 2;
    expect(
      Math.hypot(box.x + box.width / 2 - middle, box.y + box.height / 2 - middle),
    ).toBeLessThan(25);
    expect(box.width / anna3.side).toBeGreaterThan(0.8);
    expect(box.width / anna3.side).toBeLessThan(1.25);
    expect(score).toBeGreaterThan(0.6);
    const [leftEye, rightEye, nose, leftMouth, rightMouth] = landmarks;
    expect(leftEye.x).toBeLessThan(rightEye.x);
    expect(leftMouth.x).toBeLessThan(rightMouth.x);
    expect(nose.y).toBeGreaterThan((leftEye.y + rightEye.y) / 2);
    expect(leftMouth.y).toBeGreaterThan(nose.y);
  });

  test('gives embeddings of unit length, as long as the manifest says', () => {
    const { embedding } = portraits.anna1;
    expect(embedding).toHaveLength(manifestModels.embedding.embedding.length);
    expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
  });

  test('chooses the largest face of several, not the one in the middle', async () => {
    const large = await portraitOf(sampleFaces.anna3, 0.2).resize(320, 320).png().toBuffer();
    const small = await portraitOf(sampleFaces.berta1, 0.2).resize(110, 110).png().toBuffer();
    const group = await sharp({
      create: { width: 900, height: 480, channels: 3, background: '#777' },
    })
      .composite([
        { input: large, left: 20, top: 100 },
        { input: small, left: 395, top: 185 },
        { input: small, left: 700, top: 185 },
      ])
      .jpeg({ quality: 92 })
      .toBuffer();
    const { face, faceCount } = await analyse(group);
    expect(faceCount).toBe(3);
    expect(cosine(face!, portraits.anna3)).toBeGreaterThan(0.9);
    expect(cosine(face!, portraits.berta1)).toBeLessThan(0.5);
  });

  test('counts the faces of a group photograph', async () => {
    const { faceCount, width, height } = await analyse(await sharp(samplePhotograph(6)).toBuffer());
    expect(faceCount).toBe(4);
    expect([width, height]).toEqual([1920, 1537]);
  });

  test('finds the face of a chip photo, which fills it', async () => {
    for (const name of ['anna1', 'anna3', 'berta1', 'berta4'] as const) {
      const chip = await faceOf(await chipPhotoOf(sampleFaces[name]), 'IDPic');
      expect(cosine(chip, portraits[name])).toBeGreaterThan(0.8);
    }
    const chip = await faceOf(await chipPhotoOf(sampleFaces.anna1), 'IDPic');
    expect(cosine(chip, portraits.anna3)).toBeGreaterThan(0.65);
  });
});

describe('where there is no face', () => {
  const drawing = (content: string): Promise<Uint8Array> =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${content}</svg>`,
      ),
    )
      .flatten({ background: 'white' })
      .png()
      .toBuffer();
  const noise = (): Promise<Uint8Array> => {
    const next = randomNumbers(11);
    return encode(paint(320, 240, () => [next() * 256, next() * 256, next() * 256]))
      .png()
      .toBuffer();
  };
  const scenes: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
    ['noise', noise],
    [
      'blurred noise',
      async () =>
        sharp(await noise())
          .blur(6)
          .normalise()
          .png()
          .toBuffer(),
    ],
    [
      'black',
      () =>
        encode(paint(320, 240, () => [0, 0, 0]))
          .png()
          .toBuffer(),
    ],
    [
      'white',
      () =>
        encode(paint(320, 240, () => [255, 255, 255]))
          .png()
          .toBuffer(),
    ],
    [
      'the colour of skin',
      () =>
        encode(paint(320, 240, () => [202, 160, 128]))
          .png()
          .toBuffer(),
    ],
    ['a gradient', () => encode(gradient(320, 240)).png().toBuffer()],
    [
      'a cartoon',
      () =>
        drawing(
          '<circle cx="320" cy="240" r="150" fill="#fd0" stroke="#000" stroke-width="4"/>' +
            '<circle cx="270" cy="200" r="18"/><circle cx="370" cy="200" r="18"/>' +
            '<path d="M240 280 Q320 360 400 280" fill="none" stroke="#000" stroke-width="10"/>',
        ),
    ],
    [
      'a landscape',
      () =>
        drawing(
          '<rect width="640" height="480" fill="#8cf"/><circle cx="520" cy="90" r="40" fill="#fe8"/>' +
            '<path d="M0 320 L150 180 L300 330 L430 200 L640 340 V480 H0 Z" fill="#486"/>' +
            '<rect y="380" width="640" height="100" fill="#7a4"/>' +
            '<rect x="100" y="300" width="20" height="100" fill="#532"/><circle cx="110" cy="290" r="45" fill="#363"/>',
        ),
    ],
    [
      'a wall behind people',
      () =>
        sharp(samplePhotograph(1))
          .extract({ left: 0, top: 0, width: 640, height: 220 })
          .png()
          .toBuffer(),
    ],
  ];

  test.each(
    scenes.flatMap(([name, scene]) =>
      (['FacePic', 'IDPic'] as const).map((type) => [name, type, scene] as const),
    ),
  )('%s as a %s: no face, and never an embedding', async (_, type, scene) => {
    const analysis = await analyse(await scene(), type);
    expect(analysis.face).toBeUndefined();
    expect(analysis.faceCount).toBe(0);
    expect(analysis.timings.embed).toBe(0);
  });
});

describe('the same photograph', () => {
  test.each(orientations)(
    'stored with orientation %i has the embedding of the upright one',
    async (orientation) => {
      const upright = await pixelsOf(portraitOf(sampleFaces.anna3));
      const stored = await storedTurned(upright, orientation, 'jpeg');
      expect((await sharp(stored).metadata()).orientation).toBe(orientation);
      expect(cosine(await faceOf(stored), portraits.anna3)).toBeGreaterThan(0.98);
    },
  );

  test('as BMP, PNG and lossless WebP has the same embedding, as WebP and JPEG nearly', async () => {
    const image = await pixelsOf(portraitOf(sampleFaces.berta1));
    const png = await faceOf(await encode(image).png().toBuffer());
    const exact = [
      bmpFile(image),
      bmpFile(image, { bitsPerPixel: 32, isTopDown: true }),
      await encode(image).webp({ lossless: true }).toBuffer(),
    ];
    for (const file of exact) expect((await faceOf(file)).embedding).toEqual(png.embedding);
    const lossy = [
      await encode(image).webp({ quality: 90 }).toBuffer(),
      await encode(image).jpeg({ quality: 92 }).toBuffer(),
    ];
    for (const file of lossy) expect(cosine(await faceOf(file), png)).toBeGreaterThan(0.98);
  });

  test('in grey is still the same woman', async () => {
    const grey = await portraitOf(sampleFaces.anna3).greyscale().jpeg({ quality: 92 }).toBuffer();
    expect(cosine(await faceOf(grey), portraits.anna1)).toBeGreaterThan(0.6);
  });

  test('larger than the working side gives nearly the same embedding', async () => {
    const large = await portraitOf(sampleFaces.anna3).resize(2600, 2600).jpeg().toBuffer();
    const { face, width } = await analyse(large);
    expect(width).toBe(1920);
    expect(cosine(face!, portraits.anna3)).toBeGreaterThan(0.95);
  });
});

describe('several photographs', () => {
  let images: { readonly type: ImageType; readonly image: Uint8Array }[];
  beforeAll(async () => {
    images = [
      { type: 'IDPic', image: await chipPhotoOf(sampleFaces.anna1) },
      { type: 'FacePic', image: await cameraFrameOf(sampleFaces.anna3) },
      { type: 'FacePic', image: await encode(gradient(320, 240)).png().toBuffer() },
      { type: 'FacePic', image: await cameraFrameOf(sampleFaces.berta4) },
    ];
  });
  const withoutTimes = (analyses: readonly FaceAnalysis[]): unknown =>
    analyses.map(({ face, faceCount, width, height }) => ({ face, faceCount, width, height }));
  const expectAlike = (a: readonly FaceAnalysis[], b: readonly FaceAnalysis[]): void => {
    expect(a.map(({ faceCount, width, height }) => [faceCount, width, height])).toEqual(
      b.map(({ faceCount, width, height }) => [faceCount, width, height]),
    );
    for (const [i, { face }] of a.entries()) {
      expect(face?.box).toEqual(b[i]!.face?.box);
      if (face !== undefined) expect(cosine(face, b[i]!.face!)).toBeGreaterThan(0.999999);
    }
  };

  test('at once give what they give one by one, in their order', async () => {
    const together = await pipeline.analyse(images);
    const oneByOne: FaceAnalysis[] = [];
    for (const { image, type } of images) oneByOne.push(await analyse(image, type));
    expectAlike(together, oneByOne);
    expect(together.map(({ face }) => face !== undefined)).toEqual([true, true, false, true]);
  });

  test('analysed concurrently do not disturb each other', async () => {
    const expected = await pipeline.analyse(images);
    const reversed = [...images].reverse();
    const answers = await Promise.all([
      pipeline.analyse(images),
      pipeline.analyse(reversed),
      pipeline.analyse(images),
    ]);
    expect(withoutTimes(answers[0])).toEqual(withoutTimes(expected));
    expectAlike([...answers[1]].reverse(), expected);
    expect(withoutTimes(answers[2])).toEqual(withoutTimes(expected));
  });

  test('of which one is damaged fail with its error, and the next list is answered', async () => {
    const cut = images[1]!.image.subarray(0, 9000);
    const broken = pipeline.analyse([images[0]!, { type: 'FacePic', image: cut }]);
    const next = pipeline.analyse([images[0]!]);
    await expect(broken).rejects.toMatchObject({ code: 'image.damaged' });
    expect((await next)[0]?.face).toBeDefined();
  });

  test('of which all are damaged fail with the first one’s error', async () => {
    const cut = images[1]!.image.subarray(0, 9000);
    const broken = pipeline.analyse([
      { type: 'FacePic', image: new Uint8Array() },
      { type: 'FacePic', image: cut },
    ]);
    await expect(broken).rejects.toMatchObject({ code: 'image.empty' });
  });

  test('none at all give no analysis', async () => {
    expect(await pipeline.analyse([])).toEqual([]);
  });
});
