import { lumaOf } from './luma.ts';

/** Skin less warm than this is grey to the camera: nothing can be told from its colour. */
const leastWarmth = 0.04;

/** A pixel with less than this part of the skin's warmth is no skin. */
const skinPart = 0.3;

/**
 * How much of the mouth and nose is covered, 0 to 1: the share of their pixels that lack the warm
 * colour of the bare skin above. Warmth is (red − blue) / luma: all skin is warm, whatever its tone, and
 * shadow changes little of it. White, blue, green and black masks are not.
 *
 * It does not see masks of a warm colour (red, pink, beige), a hand before the mouth, or anything at
 * all in grey photographs or light of one strong colour, where it says 0. Grey beards count in part.
 *
 * @param data - RGB bytes of the aligned face.
 * @param bareSkin - indices of pixels a mask leaves free.
 * @param maskArea - indices of pixels a mask covers.
 */
export const mouthCoverOf = (
  data: Uint8Array,
  bareSkin: readonly number[],
  maskArea: readonly number[],
): number => {
  const warmthAt = (index: number): number => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 3, index * 3 + 3);
    // In the dark a single step of a channel would look like colour.
    return (red - blue) / Math.max(lumaOf(red, green, blue), 8);
  };
  const skin = medianOf(bareSkin.map(warmthAt));
  if (!(skin >= leastWarmth) || maskArea.length === 0) return 0;
  return maskArea.filter((index) => warmthAt(index) < skinPart * skin).length / maskArea.length;
};

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
