import { cosineOf, type FaceAnalyser, type TypedImage } from '../../main/face/types.ts';

/** Bytes to cosine. @throws Error unless the two are found to be the same woman. */
export const compareOnce = async (
  analyser: Pick<FaceAnalyser, 'analyse'>,
  images: readonly TypedImage[],
): Promise<void> => {
  const [first, second] = (await analyser.analyse(images)).map(({ face }) => face?.embedding);
  if (first === undefined || second === undefined) throw new Error('A face was not found.');
  if (cosineOf(first, second) < 0.55) throw new Error('The same woman was not recognised.');
};
