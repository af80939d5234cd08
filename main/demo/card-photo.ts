import { photoSize } from '../card/base-info.ts';
import { simulateChipPhoto } from '../evaluate/chip-simulation.ts';
import type { FaceAnalyser, FoundFace } from '../face/types.ts';
import { DemoError } from './demo-error.ts';

/**
 * Makes the photo block of an emulated card: the head cropped as on an ID photo, its background
 * whitened, 102 × 126 pixels squeezed into 1024 bytes.
 *
 * @throws FaceError when the bytes are no photograph; DemoError `demo.no-face`.
 */
export const makeCardPhoto = async (
  analyser: FaceAnalyser,
  photograph: Uint8Array,
): Promise<Uint8Array> => {
  const face = await faceOf(analyser, photograph);
  return photoBlock(await simulateChipPhoto(photograph, face, 'white'));
};

/**
 * The face of a photograph that is to go on a card.
 *
 * @throws FaceError when the bytes are no photograph; DemoError `demo.no-face`.
 */
export const faceOf = async (
  analyser: FaceAnalyser,
  photograph: Uint8Array,
): Promise<FoundFace> => {
  const [analysis] = await analyser.analyse([{ type: 'FacePic', image: photograph }]);
  if (analysis?.face === undefined) throw new DemoError('demo.no-face');
  return analysis.face;
};

/** A WebP of at most 1024 bytes, filled up to the size of the block (reader protocol §4.1). */
export const photoBlock = (webp: Uint8Array): Uint8Array => {
  const block = new Uint8Array(photoSize);
  block.set(webp);
  return block;
};
