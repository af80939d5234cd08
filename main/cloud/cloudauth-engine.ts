import { checkCompareRequest } from '../compare/compare-request.ts';
import { CloudError } from './cloud-error.ts';
import { createCloudCall, type CloudCallOptions, type RequestSource } from './cloud-call.ts';
import { cloudauthName, readCloudauthReply } from './cloudauth-reply.ts';
import { compareFacesForm, imageParameters, type ImageParameters } from './cloudauth-request.ts';
import { isGiven, type CloudConsent, type CloudEngine } from './consent.ts';
import { readCloudCredentials, type CloudCredentials } from './credentials.ts';
import { cloudauthEndpoint, parseEndpoint } from './endpoint.ts';
import { fitImage, reencodedOf } from './fit-image.ts';
import type { CloudRequest } from './http-exchange.ts';
import { maximumImageBytes } from './image-value.ts';

/** How a CloudAuth engine is set up; everything has a default. */
export interface CloudauthOptions extends Omit<CloudCallOptions, 'endpoint'> {
  /** Default: {@link cloudauthEndpoint}. */
  readonly endpoint?: string;
  /** Asked at each try, so that temporary credentials may change. Default: the environment. */
  readonly credentials?: () => CloudCredentials;
}

/**
 * The engine that compares with Aliyun CloudAuth's `CompareFaces` (version 2019-03-07), or with any
 * service that speaks it.
 *
 * Each try is a request of its own, with its own nonce, time and signature. The score and thresholds
 * are the service's, of this comparison only. It names FARs from 1e-2 to 1e-4 and none stricter, so 1e-4
 * cannot be divided over attempts: judge it with `attempts: 1`, else `decide` refuses with
 * `verdict.far-not-measured`.
 *
 * Comparing throws {@link CompareFacesError} in the contract's terms, `FaceError` for bytes that are
 * no photograph, and `CloudError` for everything else.
 *
 * @throws {CloudError} `cloud.endpoint-invalid`, `cloud.proxy-invalid`, at once
 *
 * @example
 * ```ts
 * const cloud = createCloudauthEngine({ timeoutMs: 8000 });
 * const { similarityScore } = await cloud.for({ toCloud: true }).compareFaces(request);
 * ```
 */
export const createCloudauthEngine = (options: CloudauthOptions = {}): CloudEngine => {
  const { credentials = readCloudCredentials, ...rest } = options;
  const endpoint = parseEndpoint(options.endpoint ?? cloudauthEndpoint);
  const call = createCloudCall({ ...rest, endpoint });
  return {
    name: cloudauthName,
    for: (consent) => {
      const given: CloudConsent = consent;
      if (!isGiven(given)) throw new CloudError('cloud.no-consent');
      return {
        name: cloudauthName,
        compareFaces: async (request) => {
          const checked = checkCompareRequest(request);
          return call({
            prepare: async () => {
              const [source, target] = await Promise.all([
                fitImage(checked.source.image, maximumImageBytes, 'source'),
                fitImage(checked.target.image, maximumImageBytes, 'target'),
              ]);
              const images = imageParameters({
                source: { type: checked.source.type, image: source.image },
                target: { type: checked.target.type, image: target.image },
              });
              return { images, reencoded: reencodedOf(source, target) };
            },
            request: ({ images }, source) => signedCompareFaces(images, credentials(), source),
            read: (reply, { reencoded }) => ({ ...readCloudauthReply(reply), ...reencoded }),
          });
        },
      };
    },
  };
};

/** One signed request; without photographs it only asks whether the key is accepted. */
export const signedCompareFaces = (
  images: Partial<ImageParameters>,
  credentials: CloudCredentials,
  source: RequestSource,
): CloudRequest => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: compareFacesForm(images, credentials, { nonce: source.nonce(), time: source.now() }),
});
