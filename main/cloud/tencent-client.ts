import { createCloudCall, type CloudCallOptions, type RequestSource } from './cloud-call.ts';
import { CloudError } from './cloud-error.ts';
import { isGiven, type CloudConsent, type GivenCloudConsent } from './consent.ts';
import { parseEndpoint, tencentEndpoint } from './endpoint.ts';
import type { CloudRequest } from './http-exchange.ts';
import { signatureText, tencentAuthorization } from './tencent-authorization.ts';
import { readTencentCredentials, type TencentCredentials } from './tencent-credentials.ts';
import { readTencentReply } from './tencent-reply.ts';
import { compareBody, type TencentContent, type TencentPictures } from './tencent-request.ts';

/** How a client of Tencent's `face/compare` is set up. */
export interface TencentOptions extends Omit<CloudCallOptions, 'endpoint'> {
  /** Default: {@link tencentEndpoint}. */
  readonly endpoint?: string;
  /** The account's AppID; it is no secret. */
  readonly appId: string;
  /** Asked at each try. Default: the environment. */
  readonly credentials?: () => TencentCredentials;
}

/** A client of `face/compare`. */
export interface TencentClient {
  /**
   * Compares two photographs, each as its bytes or as an address the service can reach.
   *
   * @param consent - the guest's, to pictures leaving this machine.
   * @param prepare - makes the pictures ready; its time counts.
   * @returns what `prepare` returned, and the similarity, 0 to 100.
   * @throws {CloudError} `cloud.no-consent`, and those of {@link createCloudCall};
   *   {CompareFacesError} `Error.NoFaceDetected`; {TencentError}
   */
  compare<Pictures extends TencentPictures>(
    consent: GivenCloudConsent,
    prepare: () => Promise<Pictures>,
  ): Promise<{ readonly pictures: Pictures; readonly similarity: number }>;
}

/** Seconds a signature is good: enough for a slow line and for clocks that differ a little, as the vendor's Java SDK has it. */
const lifetime = 300;

/**
 * Makes a client of Tencent's `face/compare`, or of any service that speaks it. Unlike the vendor's own
 * it checks certificates and has a time-out.
 *
 * @throws {CloudError} `cloud.endpoint-invalid`, `cloud.proxy-invalid`, `cloud.no-app-id`, at once
 */
export const createTencentClient = (options: TencentOptions): TencentClient => {
  const { appId, credentials = readTencentCredentials, ...rest } = options;
  if (appId === '') throw new CloudError('cloud.no-app-id');
  const endpoint = parseEndpoint(options.endpoint ?? tencentEndpoint);
  const call = createCloudCall({ ...rest, endpoint });
  return {
    compare: async (consent, prepare) => {
      const given: CloudConsent = consent;
      if (!isGiven(given)) throw new CloudError('cloud.no-consent');
      return call({
        prepare: async () => {
          const pictures = await prepare();
          return { pictures, ...(await compareBody(appId, pictures)) };
        },
        request: (content, source) => signedFaceCompare(content, { appId, credentials }, source),
        read: (reply, { pictures }) => ({ pictures, similarity: readTencentReply(reply) }),
      });
    },
  };
};

/** One signed request. */
export const signedFaceCompare = (
  { body, contentType }: TencentContent,
  { appId, credentials }: Required<Pick<TencentOptions, 'appId' | 'credentials'>>,
  source: RequestSource,
): CloudRequest => {
  const key = credentials();
  const createdAt = Math.floor(source.now().getTime() / 1000);
  const expiresAt = createdAt + lifetime;
  const random = Number.parseInt(source.nonce().slice(0, 8), 16);
  const text = signatureText({ appId, createdAt, expiresAt, random }, key.secretId());
  return {
    path: '/face/compare',
    headers: { authorization: tencentAuthorization(text, key), 'content-type': contentType },
    body,
  };
};
