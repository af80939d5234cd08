import sharp from 'sharp';
import type { RgbImage } from '../../../main/face/rgb-image.ts';
import type { FoundFace, Point } from '../../../main/face/types.ts';

/** Colours of the drawing. */
export const drawn = {
  skin: [224, 172, 140],
  hair: [40, 30, 25],
  coat: [20, 40, 120],
} as const;

const eyeDistance = 60;

/** A drawn person, 400 × 400, the middle between the eyes at (200, 170), before a wall of checks. */
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">
  <defs><pattern id="wall" width="24" height="24" patternUnits="userSpaceOnUse">
    <rect width="24" height="24" fill="rgb(90,150,90)"/><rect width="12" height="12" fill="rgb(200,190,80)"/>
    <rect x="12" y="12" width="12" height="12" fill="rgb(160,60,70)"/></pattern></defs>
  <rect width="400" height="400" fill="url(#wall)"/>
  <ellipse cx="200" cy="400" rx="150" ry="110" fill="rgb(${drawn.coat.join()})"/>
  <rect x="175" y="250" width="50" height="60" fill="rgb(${drawn.skin.join()})"/>
  <ellipse cx="200" cy="160" rx="74" ry="100" fill="rgb(${drawn.hair.join()})"/>
  <ellipse cx="200" cy="190" rx="64" ry="90" fill="rgb(${drawn.skin.join()})"/>
  <circle cx="170" cy="170" r="6"/><circle cx="230" cy="170" r="6"/>
  <circle cx="200" cy="204" r="5" fill="brown"/><rect x="175" y="234" width="50" height="8" fill="red"/>
</svg>`;

/** The drawing as a JPEG file. */
export const drawnPhotograph = (): Promise<Buffer> =>
  sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer();

/** The drawing as pixels. */
export const drawnPixels = async (): Promise<RgbImage> => ({
  width: 400,
  height: 400,
  data: await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer(),
});

/** The face of the drawing, as the engine would have found it. */
export const drawnFace: FoundFace = {
  box: { x: 130, y: 100, width: 140, height: 180 },
  score: 0.9,
  landmarks: [
    { x: 200 - eyeDistance / 2, y: 170 },
    { x: 200 + eyeDistance / 2, y: 170 },
    { x: 200, y: 170 + 0.57 * eyeDistance },
    { x: 200 - 0.415 * eyeDistance, y: 170 + 1.155 * eyeDistance },
    { x: 200 + 0.415 * eyeDistance, y: 170 + 1.155 * eyeDistance },
  ],
  embedding: Float32Array.of(1),
};

/** The same face elsewhere, without the picture. */
export const movedFace = (by: Point): FoundFace => {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const [a, b, c, d, e] = drawnFace.landmarks;
  return { ...drawnFace, landmarks: [move(a), move(b), move(c), move(d), move(e)] };
};

/** A pixel of an image. */
export const pixelAt = ({ width, data }: RgbImage, x: number, y: number): readonly number[] => {
  const index = (Math.round(y) * width + Math.round(x)) * 3;
  return [...data.subarray(index, index + 3)];
};
