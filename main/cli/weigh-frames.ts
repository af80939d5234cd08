import { maximumFurtherFrames, type WeightedFrame } from '../compare/contract.ts';
import { adviseOn } from '../face/frame-advice.ts';
import type { FaceLooker } from '../face/types.ts';
import type { ChosenFrames } from '../station/frame-chooser.ts';
import { StationError } from '../station/station-error.ts';

/**
 * Looks at photographs of one person for their quality, one after the other.
 *
 * @throws FaceError for bytes that are no photograph; EngineError when the engine's process fails.
 */
export const weighFrames = async (
  looker: FaceLooker,
  images: readonly Uint8Array[],
): Promise<readonly WeightedFrame[]> => {
  const weighed: WeightedFrame[] = [];
  for (const image of images) {
    const { quality } = adviseOn(await looker.look(image));
    weighed.push({ image, quality });
  }
  return weighed;
};

/**
 * The best few of photographs that were taken in one moment, the best first. Without anything to look
 * at them with it is the first of them.
 *
 * @throws StationError `station.no-frame`; and as {@link weighFrames}.
 */
export const bestFirst = async (
  looker: FaceLooker | undefined,
  images: readonly Uint8Array[],
): Promise<ChosenFrames> => {
  const weighed = looker
    ? await weighFrames(looker, images)
    : images.slice(0, 1).map((image) => ({ image, quality: 1 }));
  const [best, ...further] = weighed.toSorted((a, b) => b.quality - a.quality);
  if (best === undefined) throw new StationError('station.no-frame');
  return [best, ...further.slice(0, maximumFurtherFrames)];
};
