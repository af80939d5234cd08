import { imageTypes, type ImageType, type TypedImage } from '../face/types.ts';
import { CompareFacesError } from './compare-faces-error.ts';
import type { CompareFacesRequest } from './contract.ts';

/** A request as it may come from outside: anything may be missing or of the wrong kind. */
export interface UncheckedCompareRequest {
  readonly source?: UncheckedImage | null | undefined;
  readonly target?: UncheckedImage | null | undefined;
}

interface UncheckedImage {
  readonly type?: unknown;
  readonly image?: unknown;
}

/**
 * Checks a request for every engine alike, before any photograph is looked at.
 *
 * The order of the checks is fixed, so one fault always has one code: something missing, a type
 * empty, a type unknown, no `FacePic` among the two, a value that is no bytes.
 *
 * @throws {CompareFacesError} `InvalidParam.ParamMissing`, `InvalidParam.ImageTypeEmpty`,
 * `InvalidParam.ImageTypeInvalid`, `InvalidParam.FacePicNotGiven` or
 * `InvalidParam.ImageValuePatternError`.
 */
export const checkCompareRequest = (request: UncheckedCompareRequest): CompareFacesRequest => {
  const given = {
    source: photographOf(request, 'source'),
    target: photographOf(request, 'target'),
  };
  const types = { source: typeOf(given.source, 'source'), target: typeOf(given.target, 'target') };
  if (types.source !== 'FacePic' && types.target !== 'FacePic') {
    throw new CompareFacesError('InvalidParam.FacePicNotGiven');
  }
  return {
    source: { type: types.source, image: bytesOf(given.source, 'source') },
    target: { type: types.target, image: bytesOf(given.target, 'target') },
  };
};

type Side = keyof UncheckedCompareRequest;

const photographOf = (request: UncheckedCompareRequest, which: Side): UncheckedImage => {
  const given = request[which];
  if (given === undefined || given === null || isEmpty(given.image)) {
    throw new CompareFacesError('InvalidParam.ParamMissing', { which });
  }
  return given;
};

const typeOf = (given: UncheckedImage, which: Side): ImageType => {
  if (isEmpty(given.type)) throw new CompareFacesError('InvalidParam.ImageTypeEmpty', { which });
  const type = imageTypes.find((known) => known === given.type);
  if (type === undefined) throw new CompareFacesError('InvalidParam.ImageTypeInvalid', { which });
  return type;
};

const bytesOf = (given: UncheckedImage, which: Side): TypedImage['image'] => {
  if (given.image instanceof Uint8Array) return given.image;
  throw new CompareFacesError('InvalidParam.ImageValuePatternError', { which });
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (value instanceof Uint8Array && value.length === 0);
