import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareFacesRequest } from '../compare/contract.ts';
import { imageTypes, type ImageType } from '../face/types.ts';
import { maximumImageBytes } from './limits.ts';

const sides = ['source', 'target'] as const;
type Side = (typeof sides)[number];

const parameterNames = {
  source: { type: 'SourceImageType', value: 'SourceImageValue' },
  target: { type: 'TargetImageType', value: 'TargetImageValue' },
} as const;

/** Fetches a photograph given by its address, or refuses to. */
export type FetchPhotograph = (address: string) => Promise<Uint8Array>;

/**
 * The photographs of a call, checked in the order in which the API's page reasons: types, then values.
 *
 * @param fetch - left out, a photograph given by its address is a pattern error.
 * @throws {CompareFacesError} `InvalidParam.…`
 */
export const photographsOf = async (
  parameters: ReadonlyMap<string, string>,
  fetch?: FetchPhotograph,
): Promise<CompareFacesRequest> => {
  const [sourceType, targetType] = typesOf(parameters);
  const values = sides.map((which) => {
    const value = parameters.get(parameterNames[which].value) ?? '';
    if (value === '') throw new CompareFacesError('InvalidParam.ParamMissing', { which });
    return { which, value };
  });
  const photographs = values.map(({ which, value }) => photographOf(value, which, fetch));
  const [source, target] = await Promise.all(photographs);
  if (source === undefined || target === undefined)
    throw new TypeError('two sides, two photographs');
  return {
    source: { type: sourceType, image: source },
    target: { type: targetType, image: target },
  };
};

const typesOf = (parameters: ReadonlyMap<string, string>): readonly [ImageType, ImageType] => {
  const given = sides.map((which) => {
    const type = parameters.get(parameterNames[which].type) ?? '';
    if (type === '') throw new CompareFacesError('InvalidParam.ImageTypeEmpty', { which });
    return { which, type };
  });
  const [source, target] = given.map(({ which, type }) => {
    const known = imageTypes.find((one) => one === type);
    if (known === undefined)
      throw new CompareFacesError('InvalidParam.ImageTypeInvalid', { which });
    return known;
  });
  if (source === undefined || target === undefined) throw new TypeError('two sides, two types');
  if (source === 'FacePic' || target === 'FacePic') return [source, target];
  throw new CompareFacesError('InvalidParam.FacePicNotGiven');
};

/** Exactly this is cut off: the Base64 of a JPEG goes on with another slash. */
const scheme = 'base64://';

const photographOf = async (
  value: string,
  which: Side,
  fetch: FetchPhotograph | undefined,
): Promise<Uint8Array> => {
  const refused = (cause?: unknown): CompareFacesError =>
    new CompareFacesError('InvalidParam.ImageValuePatternError', { which }, { cause });
  if (value.startsWith(scheme)) {
    const bytes = decodeBase64(value.slice(scheme.length));
    if (bytes === undefined) throw refused();
    return bytes;
  }
  if (!/^https?:\/\//i.test(value) || fetch === undefined) throw refused();
  try {
    return await fetch(value);
  } catch (cause) {
    throw refused(cause);
  }
};

/**
 * Standard Base64 with its padding, in one line or, as older encoders write it, in many. Undefined for
 * anything else, and for more than a photograph may have.
 */
const decodeBase64 = (text: string): Uint8Array | undefined => {
  if (text.length > maximumImageBytes * 1.5) return undefined;
  const line = text.includes('\n') ? text.replace(/\r?\n/g, '') : text;
  const bytes = Buffer.from(line, 'base64');
  // Node decodes what it can and skips the rest: only what comes out the same again was all Base64.
  const isBase64 = bytes.length > 0 && bytes.toString('base64') === line;
  return isBase64 && bytes.length <= maximumImageBytes ? bytes : undefined;
};
