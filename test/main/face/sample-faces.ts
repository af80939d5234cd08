import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** A face on one of the group photographs of the face-api package: its box in pixels. */
export interface SampleFace {
  readonly sample: number;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Two women, each on two of the photographs. */
export const sampleFaces = {
  anna1: { sample: 1, x: 1489, y: 267, side: 153 },
  anna3: { sample: 3, x: 1069, y: 260, side: 243 },
  berta1: { sample: 1, x: 852, y: 466, side: 175 },
  berta4: { sample: 4, x: 237, y: 245, side: 181 },
} as const satisfies Record<string, SampleFace>;

const packageFile = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');

/** The file of a group photograph, 1 to 6. */
export const samplePhotograph = (sample: number): string =>
  join(dirname(packageFile), 'demo', `sample${sample}.jpg`);

/** A face with `margin` times its side around it, still to be encoded. */
export const portraitOf = ({ sample, x, y, side }: SampleFace, margin = 0.6): Sharp => {
  const left = Math.max(0, Math.round(x - side * margin));
  const top = Math.max(0, Math.round(y - side * margin));
  const width = Math.round(side * (1 + 2 * margin));
  return sharp(samplePhotograph(sample)).extract({ left, top, width, height: width });
};

/** A face as a chip photo: 102 × 126 pixels, little but the head. */
export const chipPhotoOf = (face: SampleFace): Promise<Uint8Array> =>
  portraitOf(face, 0.5).resize(102, 126, { fit: 'cover' }).webp({ quality: 70 }).toBuffer();

/** A frame of 640 × 480 as a counter camera sends it, the face in the middle. */
export const cameraFrameOf = ({ sample, x, y, side }: SampleFace): Promise<Uint8Array> =>
  sharp(samplePhotograph(sample))
    .extract({
      left: Math.max(0, Math.round(x + side / 2 - 320)),
      top: Math.max(0, Math.round(y + side / 2 - 240)),
      width: 640,
      height: 480,
    })
    .jpeg({ quality: 90 })
    .toBuffer();
