import sharp from 'sharp';
import { decodeImage } from '../face/decode-image.ts';
import type { RgbImage } from '../face/rgb-image.ts';
import type { FoundFace } from '../face/types.ts';
import { cropLikeChip } from './chip-crop.ts';
import { flattenBackground } from './flatten-background.ts';

/** Bytes a card's chip has for its photo (reader protocol §4). */
export const chipBytes = 1024;

/**
 * What becomes of the background. Real chip photos are white behind the head, but cut out more cleanly
 * than a simulation can: the truth lies between the two.
 */
export const chipBackgrounds = ['kept', 'white'] as const;
export type ChipBackground = (typeof chipBackgrounds)[number];

/** What the simulation does, for the record of a measurement. */
export const chipSimulationText = (background: ChipBackground): string =>
  `cropped to the layout of GA 461-2004, background ${background}, 102 × 126 pixels, WebP of at most 1024 bytes`;

/**
 * Makes the photo a card's chip would hold, from a photograph and the face found in it. Real chips use
 * a closed format, WLT; WebP at the same size loses about as much.
 *
 * What it does not simulate: the years between card and guest, and the frontal pose of the original.
 *
 * @param photograph - the encoded file the face was found in.
 * @param background - whether to whiten what is behind the head.
 * @returns a WebP file of at most 1024 bytes, 102 × 126 pixels.
 * @throws FaceError if the bytes are no photograph
 */
export const simulateChipPhoto = async (
  photograph: Uint8Array,
  face: FoundFace,
  background: ChipBackground,
): Promise<Uint8Array> => {
  const crop = cropLikeChip(await decodeImage(photograph), face);
  return fitIntoChip(background === 'white' ? flattenBackground(crop) : crop);
};

/**
 * Encodes pixels with the best WebP quality that fits into the chip. A photo too restless even for the
 * lowest is softened until it fits.
 */
export const fitIntoChip = async (photo: RgbImage): Promise<Uint8Array> => {
  for (let blur = 0; ; blur += 0.5) {
    const fitting = await bestQuality(photo, blur);
    if (fitting !== undefined) return fitting;
  }
};

const bestQuality = async (photo: RgbImage, blur: number): Promise<Uint8Array | undefined> => {
  let best: Uint8Array | undefined;
  let [low, high] = [1, 100];
  while (low <= high) {
    const quality = (low + high) >> 1;
    const file = await encode(photo, blur, quality);
    if (file.length <= chipBytes) {
      best = file;
      low = quality + 1;
    } else high = quality - 1;
  }
  return best;
};

const encode = (
  { data, width, height }: RgbImage,
  blur: number,
  quality: number,
): Promise<Buffer> => {
  const image = sharp(data, { raw: { width, height, channels: 3 } });
  const softened = blur === 0 ? image : image.blur(blur);
  return softened.webp({ quality, effort: 6, preset: 'picture' }).toBuffer();
};
