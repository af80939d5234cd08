import {
  CompareFacesError,
  compareFacesCatalogue,
  type CompareFacesErrorCode,
} from '../compare/compare-faces-error.ts';
import { CloudError, type CloudErrorCode } from './cloud-error.ts';
import { harmless } from './reply-parts.ts';
import { cloudCodeOfStatus } from './status-failure.ts';

/** A reply that brought no score. */
export interface CloudauthRefusal {
  /** HTTP status. */
  readonly status: number;
  /** `Code` of the body, if there is one. */
  readonly code?: string;
  readonly requestId?: string;
  readonly retryAfterMs?: number;
}

/**
 * Says in the product's own terms why a comparison was refused: the contract's nine codes are
 * `CompareFacesError`s, everything else is a `CloudError`.
 *
 * The service's message is left out on purpose: for a wrong signature it repeats what was signed,
 * photographs and all.
 */
export const cloudauthFailure = (refusal: CloudauthRefusal): CloudError | CompareFacesError => {
  const { status, retryAfterMs } = refusal;
  const code = harmless(refusal.code) ?? `HTTP ${status}`;
  const requestId = harmless(refusal.requestId);
  const traced = requestId !== undefined && { requestId };
  if (isContractCode(code)) return new CompareFacesError(code, { ...traced });
  return new CloudError(cloudCodeOf(code, status), {
    code,
    ...traced,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
};

const isContractCode = (code: string): code is CompareFacesErrorCode =>
  Object.hasOwn(compareFacesCatalogue, code);

/** The platform's own codes, which any of its services may answer with. */
const cloudCodeOf = (code: string, status: number): CloudErrorCode => {
  if (code.includes('Throttling')) return 'cloud.throttled';
  if (/^(InternalError|ServiceUnavailable)\b/.test(code)) return 'cloud.unavailable';
  if (code === 'InvalidTimeStamp.Expired') return 'cloud.clock-wrong';
  if (/^(InvalidAccessKeyId|SignatureDoesNotMatch|(Invalid|Missing)SecurityToken)\b/.test(code)) {
    return 'cloud.credentials-refused';
  }
  return cloudCodeOfStatus(status);
};
