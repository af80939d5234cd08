import { entryAbout, type WhichPhotograph } from '../compare/compare-faces-error.ts';
import { WitnessError, type ErrorData, type ErrorEntry } from '../errors/witness-error.ts';
import {
  kindOfTencentCode,
  tencentCodes,
  tencentEntry,
  type TencentCode,
  type TencentErrorKind,
} from './tencent-codes.ts';

type TencentErrorCode = `cloud.tencent.${TencentCode}`;

/** What each of the service's codes means to a person. */
export const tencentErrorCatalogue = Object.fromEntries(
  tencentCodes.map((code) => [`cloud.tencent.${code}`, tencentEntry(code)]),
) as Readonly<Record<TencentErrorCode, ErrorEntry>>;

/**
 * A code of Tencent's image service, with the photograph at fault where `fail_flag` named it.
 *
 * Its data holds no key, no picture and nothing the service said but its code and session number.
 */
export class TencentError extends WitnessError<TencentErrorCode> {
  override readonly name = 'TencentError';
  /** What it is about, which says whether another try or another engine may help. */
  readonly kind: TencentErrorKind;

  constructor(code: TencentCode, data: ErrorData & { readonly which?: WhichPhotograph } = {}) {
    const own: TencentErrorCode = `cloud.tencent.${code}`;
    super(entryAbout(tencentErrorCatalogue[own], data.which), own, data);
    this.kind = kindOfTencentCode(code);
  }
}
