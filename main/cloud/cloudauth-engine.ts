import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { checkCompareRequest } from '../compare/compare-request.ts';
import type { CompareFacesResult } from '../compare/contract.ts';
import { CloudError } from './cloud-error.ts';
import { cloudauthName, readCloudauthReply } from './cloudauth-reply.ts';
import { compareFacesForm, imageParameters, type ImageParameters } from './cloudauth-request.ts';
import { connectionFailure } from './connection-failure.ts';
import { isGiven, type CloudConsent, type CloudEngine } from './consent.ts';
import { readCloudCredentials, type CloudCredentials } from './credentials.ts';
import { cloudauthEndpoint, parseEndpoint } from './endpoint.ts';
import { postForm } from './post-form.ts';
import { tryWithin, type TryClock } from './try-within.ts';

/** How a CloudAuth engine is set up; everything has a default. */
export interface CloudauthOptions {
  /** Default: {@link cloudauthEndpoint}. */
  readonly endpoint?: string;
  /** Milliseconds one comparison may take, its second try included. Default 8,000. */
  readonly timeoutMs?: number;
  /** Asked at each comparison, so that temporary credentials may change. Default: the environment. */
  readonly credentials?: () => CloudCredentials;
  /** PEM of the authorities to trust instead of the well-known ones: for a service of the site's own. */
  readonly ca?: string;
  /** Time and chance. Default: the machine's. */
  readonly source?: RequestSource;
}

/** Where a request gets what makes it unrepeatable, and how it waits. */
export interface RequestSource extends TryClock {
  now(): Date;
  nonce(): string;
}

const defaultTimeoutMs = 8000;

const machine: RequestSource = {
  now: () => new Date(),
  nonce: () => randomBytes(16).toString('hex'),
  elapsed: () => performance.now(),
  wait: async (ms) => {
    await wait(ms);
  },
};

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
 * @throws {CloudError} `cloud.endpoint-invalid`, at once
 *
 * @example
 * ```ts
 * const cloud = createCloudauthEngine({ timeoutMs: 8000 });
 * const { similarityScore } = await cloud.for({ toCloud: true }).compareFaces(request);
 * ```
 */
export const createCloudauthEngine = (options: CloudauthOptions = {}): CloudEngine => {
  const endpoint = parseEndpoint(options.endpoint ?? cloudauthEndpoint);
  const { timeoutMs = defaultTimeoutMs, credentials = readCloudCredentials, ca } = options;
  const source = options.source ?? machine;

  const compareOnce = async (
    images: ImageParameters,
    limitMs: number,
  ): Promise<CompareFacesResult> => {
    const mark = { nonce: source.nonce(), time: source.now() };
    const body = compareFacesForm(images, credentials(), mark);
    const signal = AbortSignal.timeout(Math.max(1, Math.ceil(limitMs)));
    const exchange = { endpoint, body, signal, ...(ca !== undefined && { ca }) };
    const reply = await postForm(exchange).catch((cause: unknown) => {
      if (!signal.aborted) throw connectionFailure(cause, endpoint);
      throw new CloudError('cloud.timed-out', { afterMs: timeoutMs }, { cause });
    });
    return readCloudauthReply(reply);
  };

  return {
    name: cloudauthName,
    for: (consent) => {
      const given: CloudConsent = consent;
      if (!isGiven(given)) throw new CloudError('cloud.no-consent');
      return {
        name: cloudauthName,
        compareFaces: async (request) => {
          const images = imageParameters(checkCompareRequest(request));
          return tryWithin(timeoutMs, (limitMs) => compareOnce(images, limitMs), source);
        },
      };
    },
  };
};
