import { simulateChipPhoto } from '../evaluate/chip-simulation.ts';
import type { FaceAnalyser } from '../face/types.ts';
import { photoSize } from '../card/base-info.ts';
import { CompareFacesError } from '../compare/compare-faces-error.ts';

/**
 * Makes the photo block of an emulated card: the head cropped as on an ID photo, its background
 * whitened, 102 × 126 pixels squeezed into 1024 bytes.
 *
 * @throws FaceError when the bytes are no photograph; CompareFacesError `Error.NoFaceDetected`.
 */
export const makeCardPhoto = async (
  analyser: FaceAnalyser,
  photograph: Uint8Array,
): Promise<Uint8Array> => {
  const [analysis] = await analyser.analyse([{ type: 'FacePic', image: photograph }]);
  if (analysis?.face === undefined)
    throw new CompareFacesError('Error.NoFaceDetected', { which: 'source' });
  const block = new Uint8Array(photoSize);
  block.set(await simulateChipPhoto(photograph, analysis.face, 'white'));
  return block;
};
