import { CompareFacesError } from '../compare/compare-faces-error.ts';
import { CloudError, type CloudErrorCode } from './cloud-error.ts';
import { TencentError } from './tencent-error.ts';

/** Failures that another try may not meet. */
const passing: readonly CloudErrorCode[] = [
  'cloud.unreachable',
  'cloud.timed-out',
  'cloud.unavailable',
  'cloud.throttled',
];

/**
 * Whether the same comparison may be asked for again: connection, time-out, 5xx, throttling. Never
 * after a 4xx or an answer about the faces: it would only be paid for twice.
 */
export const mayTryAgain = (error: unknown): boolean => {
  if (error instanceof CloudError) return passing.includes(error.code);
  if (error instanceof TencentError) return error.kind === 'throttled' || error.kind === 'service';
  return isServiceFault(error);
};

/**
 * Whether the way to the cloud failed, so that another engine may be asked: what may be tried again, a
 * certificate that cannot be trusted, and a service that is left alone for having failed.
 *
 * Nothing else: an answer such as "no face" is an answer, and an account that is not set up has to be
 * noticed and not hidden behind another engine for months.
 */
export const isWayFailure = (error: unknown): boolean =>
  mayTryAgain(error) ||
  (error instanceof CloudError && ['cloud.untrusted', 'cloud.resting'].includes(error.code));

/** `Error.InternalError` and `Error.CompareFacesError` have status 500: the service broke down. */
const isServiceFault = (error: unknown): boolean =>
  error instanceof CompareFacesError && error.httpStatus >= 500;
