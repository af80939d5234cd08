import { checkCompareRequest } from '../compare/compare-request.ts';
import { CloudError } from './cloud-error.ts';
import { isGiven, type CloudConsent, type CloudEngine } from './consent.ts';
import { fitImage, reencodedOf } from './fit-image.ts';
import { thresholdsOfSite, type SiteTable } from './site-table.ts';
import { createTencentClient, type TencentOptions } from './tencent-client.ts';
import { maximumTencentImageBytes } from './tencent-request.ts';

export const tencentName = 'tencent';

/** How the Tencent engine is set up. */
export interface TencentEngineOptions extends TencentOptions {
  /** What a similarity means at this site. Left out, there are scores and no verdicts. */
  readonly siteTable?: SiteTable;
}

/**
 * The engine that compares with Tencent's `face/compare`. The service knows no image types, so the
 * contract's are checked here and not sent; and it gives no thresholds, so those are the site's own.
 *
 * Comparing throws as {@link TencentClient} does, {@link CompareFacesError} in the contract's terms
 * and `FaceError` for bytes that are no photograph.
 *
 * @throws {CloudError} as {@link createTencentClient}, at once
 */
export const createTencentEngine = ({
  siteTable,
  ...options
}: TencentEngineOptions): CloudEngine => {
  const client = createTencentClient(options);
  return {
    name: tencentName,
    for: (consent) => {
      const given: CloudConsent = consent;
      if (!isGiven(given)) throw new CloudError('cloud.no-consent');
      return {
        name: tencentName,
        compareFaces: async (request) => {
          const { source, target } = checkCompareRequest(request);
          const { pictures, similarity } = await client.compare(given, async () => {
            const [a, b] = await Promise.all([
              fitImage(source.image, maximumTencentImageBytes, 'source'),
              fitImage(target.image, maximumTencentImageBytes, 'target'),
            ]);
            return { a, b };
          });
          return {
            engine: tencentName,
            similarityScore: similarity,
            ...thresholdsOfSite(siteTable),
            ...reencodedOf(pictures.a, pictures.b),
          };
        },
      };
    },
  };
};
