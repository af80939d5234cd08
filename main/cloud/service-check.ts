import { CompareFacesError } from '../compare/compare-faces-error.ts';
import { isWitnessError, type WitnessError } from '../errors/witness-error.ts';
import {
  createCloudCall,
  machine,
  type CloudCallOptions,
  type RequestSource,
} from './cloud-call.ts';
import { CloudError } from './cloud-error.ts';
import { readCloudauthReply } from './cloudauth-reply.ts';
import { signedCompareFaces, type CloudauthOptions } from './cloudauth-engine.ts';
import { readCloudCredentials } from './credentials.ts';
import { cloudauthEndpoint, parseEndpoint, tencentEndpoint } from './endpoint.ts';
import type { CloudRequest, HttpReply } from './http-exchange.ts';
import { signedFaceCompare, type TencentOptions } from './tencent-client.ts';
import { readTencentCredentials } from './tencent-credentials.ts';
import { TencentError } from './tencent-error.ts';
import { readTencentReply } from './tencent-reply.ts';

/** What a cloud service made of a signed call that asks it nothing. */
export interface ServiceCheck {
  readonly host: string;
  /** How far this computer's clock is ahead of the service's, in ms, to the second; absent where it did not say. */
  readonly clockAheadMs?: number;
  /** Why no comparison would succeed now; absent where the service accepts the key. */
  readonly problem?: WitnessError;
}

/**
 * Asks CloudAuth whether it accepts the key and the clock, with a signed call that holds no photographs:
 * it is refused for that, after the signature was looked at, and nothing is compared or paid for.
 *
 * @throws {CloudError} what keeps a call from being made at all.
 */
export const checkCloudauth = (options: CloudauthOptions = {}): Promise<ServiceCheck> => {
  const { credentials = readCloudCredentials, ...rest } = options;
  const endpoint = parseEndpoint(options.endpoint ?? cloudauthEndpoint);
  return check(
    { ...rest, endpoint },
    {
      request: (source) => signedCompareFaces({}, credentials(), source),
      read: readCloudauthReply,
    },
  );
};

/** The same for Tencent's `face/compare`. */
export const checkTencent = (options: TencentOptions): Promise<ServiceCheck> => {
  const { appId, credentials = readTencentCredentials, ...rest } = options;
  if (appId === '') throw new CloudError('cloud.no-app-id');
  const endpoint = parseEndpoint(options.endpoint ?? tencentEndpoint);
  const body = Buffer.from(JSON.stringify({ appid: appId }), 'utf8');
  return check(
    { ...rest, endpoint },
    {
      request: (source) =>
        signedFaceCompare(
          { body, contentType: 'application/json' },
          { appId, credentials },
          source,
        ),
      read: readTencentReply,
    },
  );
};

const check = async (
  options: CloudCallOptions,
  service: {
    readonly request: (source: RequestSource) => CloudRequest;
    readonly read: (reply: HttpReply) => unknown;
  },
): Promise<ServiceCheck> => {
  const { endpoint, source = machine } = options;
  const call = createCloudCall(options);
  const { host } = endpoint;
  let date: number | undefined;
  const failure = await call({
    prepare: () => Promise.resolve(),
    request: () => service.request(source),
    read: (reply) => {
      date = reply.date;
      service.read(reply);
    },
  }).then(
    () => undefined,
    (caught: unknown) => {
      if (isWitnessError(caught)) return caught;
      throw caught;
    },
  );
  return {
    host,
    ...(date !== undefined && { clockAheadMs: source.now().getTime() - date }),
    ...(failure && !isAboutPictures(failure) && { problem: failure }),
  };
};

/** Whether a refusal only says that photographs are missing, which is what was to be heard. */
const isAboutPictures = (error: WitnessError): boolean => {
  if (error instanceof TencentError) return error.kind === 'picture' || error.kind === 'request';
  if (error instanceof CompareFacesError) return error.code.startsWith('InvalidParam.');
  const code = error.data['code'];
  return (
    error.code === 'cloud.refused' &&
    typeof code === 'string' &&
    /^Missing(Parameter|SourceImage|TargetImage)/.test(code)
  );
};
