import sharp from 'sharp';
import { CompareFacesError } from '../../../../main/compare/compare-faces-error.ts';
import { checkCompareRequest } from '../../../../main/compare/compare-request.ts';
import type { CompareEngine, CompareFacesResult } from '../../../../main/compare/contract.ts';
import { decodeImage } from '../../../../main/face/decode-image.ts';
import { defaultImageLimits } from '../../../../main/face/image-limits.ts';

/** A picture of one colour: somebody's face to the {@link colourEngine}; black is nobody. */
export const picture = (
  background: string,
  { width = 64, height = 64 }: { readonly width?: number; readonly height?: number } = {},
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

const thresholds = { '0.01': 70, '0.001': 80.5, '0.0001': 90.125 };

/**
 * An engine that reads pictures as the real one does, and for which a colour is a person. It says the
 * same at every run, and has all the ways of failing that the contract knows.
 */
export const colourEngine = (): CompareEngine => ({
  name: 'local',
  compareFaces: async (request): Promise<CompareFacesResult> => {
    const { source, target } = checkCompareRequest(request);
    const limits = { ...defaultImageLimits, pixels: 100_000 };
    const images = await Promise.all(
      [source, target].map(({ image }) => decodeImage(image, limits)),
    );
    const [a, b] = images.map(({ data }) => Buffer.from(data.subarray(0, 3)).toString('hex'));
    const faceless = (colour: string | undefined): boolean => colour === '000000';
    if (faceless(a) || faceless(b)) {
      const which = !faceless(b) ? 'source' : !faceless(a) ? 'target' : 'both';
      throw new CompareFacesError('Error.NoFaceDetected', { which });
    }
    return {
      engine: 'local',
      similarityScore: a === b ? 98.7913 : 12.5,
      confidenceThresholds: thresholds,
      operatingPoints: Object.entries(thresholds).map(([far, threshold]) => ({
        far: Number(far),
        threshold,
      })),
    };
  },
});

/** An engine that says one thing, whatever it is shown. */
export const engineThat = (compareFaces: CompareEngine['compareFaces']): CompareEngine => ({
  name: 'local',
  compareFaces,
});

/** A result for tests that do not look at pictures. */
export const someResult: CompareFacesResult = {
  engine: 'local',
  similarityScore: 98.7913,
  confidenceThresholds: thresholds,
  operatingPoints: [],
};
