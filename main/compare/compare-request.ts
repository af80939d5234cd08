import { imageTypes, type ImageType, type TypedImage } from '../face/types.ts';
import { CompareFacesError } from './compare-faces-error.ts';
import {
  maximumFurtherFrames,
  type CompareFacesRequest,
  type TargetMoment,
  type WeightedFrame,
} from './contract.ts';

/** A request as it may come from outside: anything may be missing or of the wrong kind. */
export interface UncheckedCompareRequest {
  readonly source?: UncheckedImage | null | undefined;
  readonly target?: UncheckedImage | null | undefined;
  /** Never from outside: no protocol has a place for it. */
  readonly moment?: TargetMoment | undefined;
}

interface UncheckedImage {
  readonly type?: unknown;
  readonly image?: unknown;
}

/**
 * Checks a request for every engine alike, before any photograph is looked at.
 *
 * The order of the checks is fixed, so one fault always has one code: something missing, a type
 * empty, a type unknown, no `FacePic` among the two, a value that is no bytes, further frames of a
 * target that is no `FacePic`, and what is wrong with one of them.
 *
 * @throws {CompareFacesError} `InvalidParam.ParamMissing`, `InvalidParam.ImageTypeEmpty`,
 * `InvalidParam.ImageTypeInvalid`, `InvalidParam.FacePicNotGiven` or
 * `InvalidParam.ImageValuePatternError`; {RangeError} for a quality beyond 0 to 1 and for more
 * further frames than there may be.
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
  const photographs = {
    source: { type: types.source, image: bytesOf(given.source, 'source') },
    target: { type: types.target, image: bytesOf(given.target, 'target') },
  };
  const { moment } = request;
  return moment === undefined
    ? photographs
    : { ...photographs, moment: momentOf(moment, types.target) };
};

type Side = 'source' | 'target';

/** A chip photo is one picture: there is no moment it is one of. */
const momentOf = ({ quality, furtherFrames }: TargetMoment, type: ImageType): TargetMoment => {
  if (type !== 'FacePic')
    throw new CompareFacesError('InvalidParam.ImageTypeInvalid', { which: 'target' });
  if (furtherFrames.length > maximumFurtherFrames)
    throw new RangeError(`There are ${furtherFrames.length} further frames.`);
  return { quality: qualityOf(quality), furtherFrames: furtherFrames.map(frameOf) };
};

const frameOf = ({ image, quality }: WeightedFrame): WeightedFrame => {
  if (isEmpty(image)) throw new CompareFacesError('InvalidParam.ParamMissing', { which: 'target' });
  return { image: bytesOf({ image }, 'target'), quality: qualityOf(quality) };
};

const qualityOf = (quality: number): number => {
  if (quality >= 0 && quality <= 1) return quality;
  throw new RangeError('A quality is a number from 0 to 1.');
};

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
