import { beforeAll, describe, expect, test } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { FacePipeline } from '../../../main/face/face-pipeline.ts';
import type { FaceLook, LookedFace } from '../../../main/face/face-look.ts';
import { adviseOn } from '../../../main/face/frame-advice.ts';
import { bmpFile } from './bmp-file.ts';
import { manifestModels, modelsDirectory } from './models.ts';
import { encode, gradient } from './pictures.ts';
import { cameraFrameOf, portraitOf, sampleFaces } from './sample-faces.ts';

let pipeline: FacePipeline;
let frame: Uint8Array;
let look: FaceLook;
beforeAll(async () => {
  pipeline = await FacePipeline.load({ modelsDirectory, threads: 1 });
  frame = await cameraFrameOf(sampleFaces.anna3);
  look = await pipeline.look(frame);
});
const faceOf = ({ face }: FaceLook): LookedFace => {
  if (face === undefined) throw new Error('no face was found');
  return face;
};
const lookAt = async (picture: Sharp): Promise<FaceLook> =>
  pipeline.look(await picture.jpeg({ quality: 90 }).toBuffer());

describe('a look at a frame', () => {
  test('finds the face a comparison would use', async () => {
    const [analysis] = await pipeline.analyse([{ type: 'FacePic', image: frame }]);
    expect(look).toMatchObject({ width: 640, height: 480, faces: analysis!.faceCount });
    const { box, landmarks, score } = faceOf(look);
    const found = analysis!.face!;
    expect(score).toBeCloseTo(found.score, 6);
    for (const side of ['x', 'y', 'width', 'height'] as const)
      expect(box[side]).toBeCloseTo(found.box[side], 6);
    for (const [i, point] of landmarks.entries()) {
      expect(point.x).toBeCloseTo(found.landmarks[i]!.x, 6);
      expect(point.y).toBeCloseTo(found.landmarks[i]!.y, 6);
    }
  });

  test('measures a good frame within what is asked for', () => {
    const { pose, ...face } = faceOf(look);
    expect(face.presence).toBeGreaterThan(0.99);
    expect(Math.max(...Object.values(pose).map(Math.abs))).toBeLessThan(20);
    expect(face.secondLargestShare).toBe(0);
    expect(adviseOn(look)).toMatchObject({ instruction: 'good', accepted: true });
  });

  test('outlines the face by as many points as the manifest lists, around its features', () => {
    const { outline, landmarks } = faceOf(look);
    expect(outline).toHaveLength(manifestModels.landmarks.look.silhouette.length);
    expect(outline).toHaveLength(36);
    const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
    for (const { x, y } of landmarks) {
      expect(x).toBeGreaterThan(Math.min(...xs));
      expect(x).toBeLessThan(Math.max(...xs));
      expect(y).toBeGreaterThan(Math.min(...ys));
      expect(y).toBeLessThan(Math.max(...ys));
    }
    // It begins at the forehead and runs clockwise: to the right first.
    expect(outline[0]!.y).toBeLessThan(landmarks[0].y);
    expect(outline[8]!.x).toBeGreaterThan(outline[28]!.x);
  });

  test('gives places on a large frame in its own pixels', async () => {
    const large = await lookAt(sharp(frame).resize(1280, 960));
    expect(large).toMatchObject({ width: 1280, height: 960 });
    const [a, b] = [faceOf(look), faceOf(large)];
    expect(Math.abs(b.box.x / 2 - a.box.x)).toBeLessThan(4);
    expect(Math.abs(b.box.width / 2 - a.box.width)).toBeLessThan(6);
    for (const list of ['landmarks', 'outline'] as const)
      for (const [i, point] of b[list].entries()) {
        expect(Math.abs(point.x / 2 - a[list][i]!.x)).toBeLessThan(6);
        expect(Math.abs(point.y / 2 - a[list][i]!.y)).toBeLessThan(6);
      }
  });

  test('stands a large frame upright that a camera on its side has stored', async () => {
    const large = await sharp(frame).resize(1280, 960).png().toBuffer();
    // EXIF orientation 6: to be turned clockwise by a quarter, and so stored the other way.
    const seen = await lookAt(sharp(large).rotate(270).withMetadata({ orientation: 6 }));
    expect(seen).toMatchObject({ width: 1280, height: 960 });
    expect(Math.abs(faceOf(seen).box.x / 2 - faceOf(look).box.x)).toBeLessThan(4);
    expect(Math.abs(faceOf(seen).box.y / 2 - faceOf(look).box.y)).toBeLessThan(4);
  });

  test('knows the size of a large BMP', async () => {
    const pixels = await sharp(frame).resize(1280, 960).raw().toBuffer();
    const seen = await pipeline.look(bmpFile({ width: 1280, height: 960, data: pixels }));
    expect(seen).toMatchObject({ width: 1280, height: 960, faces: 1 });
    expect(Math.abs(faceOf(seen).box.x / 2 - faceOf(look).box.x)).toBeLessThan(4);
  });

  test('sees that nobody is there', async () => {
    const empty = await lookAt(encode(gradient(640, 480)));
    expect(empty.faces).toBe(0);
    expect(empty).not.toHaveProperty('face');
    expect(adviseOn(empty).instruction).toBe('nobody');
  });

  test('refuses bytes that are no photograph, and goes on', async () => {
    await expect(pipeline.look(Buffer.from('no photograph'))).rejects.toMatchObject({
      code: 'image.not-an-image',
    });
    await expect(pipeline.look(frame.subarray(0, 5000))).rejects.toMatchObject({
      code: 'image.damaged',
    });
    expect((await pipeline.look(frame)).faces).toBe(1);
  });
});

describe('a look notices', () => {
  test('the other person of two', async () => {
    const person = await sharp(frame)
      .extract({ left: 160, top: 0, width: 320, height: 480 })
      .toBuffer();
    const two = await lookAt(
      sharp({ create: { width: 640, height: 480, channels: 3, background: 'grey' } }).composite([
        { input: person, left: 0, top: 0 },
        { input: person, left: 320, top: 0 },
      ]),
    );
    expect(two.faces).toBe(2);
    expect(faceOf(two).secondLargestShare).toBeGreaterThan(0.8);
    expect(faceOf(two).secondLargestShare).toBeLessThan(1.25);
    expect(adviseOn(two).instruction).toBe('one-person-only');
  });

  test('distance', async () => {
    const small = await sharp(frame).resize(160, 120).toBuffer();
    const far = await lookAt(
      sharp({ create: { width: 640, height: 480, channels: 3, background: 'grey' } }).composite([
        { input: small },
      ]),
    );
    expect(adviseOn(far).instruction).toBe('closer');
  });

  test('a face at the side', async () => {
    const wider = await sharp(frame).extend({ left: 330, background: '#888' }).png().toBuffer();
    const aside = await lookAt(
      sharp(wider).extract({ left: 130, top: 0, width: 640, height: 480 }),
    );
    expect(adviseOn(aside).instruction).toBe('centre');
  });

  test('darkness and glare', async () => {
    const dark = await lookAt(sharp(frame).linear(0.2, 0));
    expect(faceOf(dark).brightness).toBeLessThan(40);
    expect(adviseOn(dark).instruction).toBe('light');
    const glaring = await lookAt(sharp(frame).linear(0.3, 180));
    expect(faceOf(glaring).brightness).toBeGreaterThan(220);
    expect(adviseOn(glaring).instruction).toBe('less-light');
  });

  test('blur', async () => {
    const blurred = await lookAt(sharp(frame).blur(8));
    expect(faceOf(blurred).sharpness).toBeLessThan(faceOf(look).sharpness / 5);
    expect(adviseOn(blurred).instruction).toBe('hold-still');
  });

  test('a mask', async () => {
    const { outline, landmarks } = faceOf(look);
    const [right, left, nose] = landmarks;
    const bridge = {
      x: (right.x + left.x + 2 * nose.x) / 4,
      y: (right.y + left.y + 2 * nose.y) / 4,
    };
    const corners = [bridge, ...outline.slice(9, 28)].map(({ x, y }) => `${x},${y}`).join(' ');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><polygon points="${corners}" fill="#b4d2e6"/></svg>`;
    const masked = await lookAt(sharp(frame).composite([{ input: Buffer.from(svg) }]));
    expect(faceOf(masked).mouthCovered).toBeGreaterThan(0.9);
    expect(adviseOn(masked).instruction).toBe('uncover-face');
  });

  test('which way a head is turned: its mirror image is turned the other way', async () => {
    const mirrored = await lookAt(sharp(frame).flop());
    const [a, b] = [faceOf(look).pose, faceOf(mirrored).pose];
    expect(Math.abs(a.yaw)).toBeGreaterThan(5);
    expect(Math.abs(a.yaw + b.yaw)).toBeLessThan(6);
    expect(Math.abs(a.roll + b.roll)).toBeLessThan(4);
    expect(Math.abs(a.pitch - b.pitch)).toBeLessThan(6);
  });

  test('how far a head is tilted', async () => {
    const portrait = await portraitOf(sampleFaces.anna3, 1).png().toBuffer();
    const before = faceOf(await lookAt(sharp(portrait))).pose.roll;
    const after = faceOf(await lookAt(sharp(portrait).rotate(15, { background: '#888' }))).pose
      .roll;
    expect(Math.abs(after - before - 15)).toBeLessThan(4);
  });
});
