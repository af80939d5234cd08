import type { DetectorModel } from '../../models/manifest-schema.ts';
import type { Canvas } from './detected-face.ts';
import { black, type Rgb, type RgbImage } from './rgb-image.ts';
import type { ImageType } from './types.ts';

/** How photographs of one type are looked at. */
export interface ImagePath {
  /** What continues the photograph beyond its edges. */
  readonly outside: Rgb;
  readonly canvases: readonly Canvas[];
}

/**
 * Space around the photograph is for faces that fill it. Smaller ones are seen better without; what
 * turns up of that size here, with half the score, is a pattern (one page of print in ten has one).
 */
const closeUp = 0.1;

/**
 * A `FacePic` is a scene: first as it is, then with space around it, for faces that fill it.
 * An `IDPic` is a head that fills 102 × 126 pixels before a plain background: first with space around
 * it, in the colour of that background, so that no edge is drawn across the shoulders and hair.
 */
export const imagePathOf = (
  type: ImageType,
  image: RgbImage,
  { minScore, retry }: DetectorModel['detector'],
): ImagePath => {
  const plain = { padding: 1, minScore, minShare: 0 };
  const padded = { padding: retry.padding, minScore: retry.minScore, minShare: closeUp };
  if (type === 'FacePic') {
    const colour = black;
    return { outside: colour, canvases: [plain, padded].map((canvas) => ({ ...canvas, colour })) };
  }
  const colour = backgroundOf(image);
  const canvases = [{ ...plain, padding: retry.padding }, plain, padded];
  return { outside: colour, canvases: canvases.map((canvas) => ({ ...canvas, colour })) };
};

/** The colour of an ID photo's background: the median of its top edge, where no shoulder reaches. */
const backgroundOf = ({ width, data }: RgbImage): Rgb => {
  const medianOf = (channel: number): number => {
    const values = Array.from({ length: width }, (_, x) => data[x * 3 + channel] ?? 0);
    return values.sort((a, b) => a - b)[width >> 1] ?? 0;
  };
  return [medianOf(0), medianOf(1), medianOf(2)];
};
