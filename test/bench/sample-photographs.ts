import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const packageFile = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');

/**
 * A JPEG of 640 × 480 pixels, as a counter camera sends it, cut out of a group photograph that comes
 * with the face-api package.
 */
const cameraFrame = async (sample: number, left: number, top: number): Promise<Uint8Array> =>
  sharp(join(dirname(packageFile), 'demo', `sample${sample}.jpg`))
    .extract({ left, top, width: 640, height: 480 })
    .jpeg({ quality: 90 })
    .toBuffer();

/** The same woman on two photographs. */
export const twoFrames = (): Promise<readonly Uint8Array[]> =>
  Promise.all([cameraFrame(1, 1246, 104), cameraFrame(3, 870, 141)]);
