import { CompareFacesError } from '../compare/compare-faces-error.ts';
import { isWitnessError } from '../errors/witness-error.ts';
import { CloudauthRefusal } from './cloudauth-refusal.ts';
import { BusyError } from './compare-queue.ts';
import { GatewayError } from './gateway-error.ts';
import { BodyRefused } from './request-body.ts';

/** What a `CompareFaces` reply can say went wrong. */
export type CloudauthFailure = CompareFacesError | CloudauthRefusal;

/**
 * Anything caught, in the terms of `CompareFaces`.
 *
 * @param stage - before the photographs are looked at, an unforeseen fault is the platform's.
 */
export const cloudauthFailureOf = (
  caught: unknown,
  stage: 'platform' | 'comparison',
): CloudauthFailure => {
  if (caught instanceof CompareFacesError || caught instanceof CloudauthRefusal) return caught;
  const options = { cause: caught };
  if (caught instanceof BodyRefused && caught.reason === 'too-large') {
    return new CloudauthRefusal('RequestBodyTooLarge', options);
  }
  if (caught instanceof BusyError) {
    return new CloudauthRefusal('ServiceUnavailable', {
      ...options,
      retryAfterMs: caught.retryAfterMs,
    });
  }
  if (caught instanceof GatewayError || caught instanceof BodyRefused) {
    return new CloudauthRefusal('ServiceUnavailable', { ...options, retryAfterMs: 1000 });
  }
  if (stage === 'platform') return new CloudauthRefusal('InternalError', options);
  return comparisonFailure(caught);
};

/** The engines' own errors; none of them has a code of the contract. */
const comparisonFailure = (caught: unknown): CompareFacesError => {
  const code = isWitnessError(caught) ? caught.code : '';
  const options = { cause: caught };
  // It was decoded; there is only no room for a face in it.
  if (code === 'image.too-small') return new CompareFacesError('Error.NoFaceDetected', {}, options);
  if (code.startsWith('image.')) {
    return new CompareFacesError('InvalidParam.ImageValuePatternError', {}, options);
  }
  if (code.startsWith('engine.') || code.startsWith('cloud.')) {
    return new CompareFacesError('Error.CompareFacesError', {}, options);
  }
  return new CompareFacesError('Error.InternalError', {}, options);
};
