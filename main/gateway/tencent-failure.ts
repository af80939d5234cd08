import { CompareFacesError } from '../compare/compare-faces-error.ts';
import type { CompareFacesRequest, CompareFacesResult } from '../compare/contract.ts';
import { isWitnessError } from '../errors/witness-error.ts';
import { BusyError } from './compare-queue.ts';
import { BodyRefused } from './request-body.ts';
import { TencentRefusal, type TencentCode } from './tencent-refusal.ts';

type Compare = (request: CompareFacesRequest) => Promise<CompareFacesResult>;

/**
 * Compares the photographs of a `face/compare` request. The API does not say what they are of, so both
 * count as photographs of a person.
 *
 * @throws TencentRefusal where a photograph is at fault, with which one; anything else as it came.
 */
export const compareForTencent = async (
  [a, b]: readonly [Uint8Array, Uint8Array],
  compare: Compare,
): Promise<CompareFacesResult> => {
  const [source, target] = [a, b].map((image) => ({ type: 'FacePic', image }) as const);
  if (source === undefined || target === undefined) throw new TypeError('two photographs');
  try {
    return await compare({ source, target });
  } catch (caught) {
    const code = photographCode(caught);
    if (code === undefined) throw caught;
    const said = caught instanceof CompareFacesError ? caught.data['which'] : undefined;
    if (said !== undefined) {
      throw new TencentRefusal(code, { failFlag: said === 'target' ? 2 : 1, cause: caught });
    }
    // An engine says that bytes are damaged, not whose: the first photograph with itself tells.
    const first = await compare({ source, target: source }).catch((second: unknown) => second);
    const firstCode = photographCode(first);
    if (firstCode !== undefined) {
      throw new TencentRefusal(firstCode, { failFlag: 1, cause: first });
    }
    // It could not be asked: then nobody is named.
    if (first instanceof Error) throw new TencentRefusal(code, { cause: caught });
    throw new TencentRefusal(code, { failFlag: 2, cause: caught });
  }
};

/** The code for a photograph that cannot be compared; undefined for whatever else failed. */
const photographCode = (caught: unknown): TencentCode | undefined => {
  if (!isWitnessError(caught)) return undefined;
  const code: string = caught.code;
  // One too small for a face was decoded all the same.
  if (code === 'Error.NoFaceDetected' || code === 'image.too-small') return '-1101';
  if (code === 'image.not-an-image') return '-1400';
  if (code === 'image.empty') return '-1300';
  return code.startsWith('image.') ? '-1102' : undefined;
};

/** Anything caught, in the terms of `face/compare`. */
export const tencentFailureOf = (caught: unknown): TencentRefusal => {
  if (caught instanceof TencentRefusal) return caught;
  const cause = caught;
  if (caught instanceof BodyRefused && caught.reason === 'too-large') {
    return new TencentRefusal('23', { cause });
  }
  if (caught instanceof BusyError || caught instanceof BodyRefused) {
    return new TencentRefusal('213', { cause, httpStatus: 503, retryAfterMs: 1000 });
  }
  const code: string = isWitnessError(caught) ? caught.code : '';
  const isEngine = ['Error.CompareFacesError', 'engine.', 'cloud.'].some((head) =>
    code.startsWith(head),
  );
  return new TencentRefusal(isEngine ? '-1103' : '213', { cause });
};
