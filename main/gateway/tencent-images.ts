import { imageFormatOf } from '../face/image-format.ts';
import type { FetchPhotograph } from './cloudauth-images.ts';
import type { TencentForm } from './tencent-form.ts';
import { TencentRefusal } from './tencent-refusal.ts';

/**
 * The two photographs of a request, A before B.
 *
 * @param fetch - left out, a photograph given by its address cannot be had.
 * @throws TencentRefusal `-1300`, `-1301`, `-1308`, `-1400`, `23`, with the photograph at fault.
 */
export const photographsOfForm = async (
  form: TencentForm,
  fetch?: FetchPhotograph,
): Promise<readonly [a: Uint8Array, b: Uint8Array]> => [
  await photographOf(form, 'A', fetch),
  await photographOf(form, 'B', fetch),
];

const photographOf = async (
  form: TencentForm,
  side: 'A' | 'B',
  fetch: FetchPhotograph | undefined,
): Promise<Uint8Array> => {
  const failFlag = side === 'A' ? 1 : 2;
  const address = form.get(`url${side}`)?.bytes.toString('utf8') ?? '';
  const image = form.get(`image${side}`);
  // Where both are given, only the address counts.
  const bytes = address === '' ? image?.bytes : await fetched(address, failFlag, fetch);
  if (bytes === undefined) throw new TencentRefusal('-1301', { failFlag });
  if (bytes.length === 0) throw new TencentRefusal('-1300', { failFlag });
  if (address === '' && image?.isCutOff === true) throw new TencentRefusal('23', { failFlag });
  if (imageFormatOf(bytes) === undefined) throw new TencentRefusal('-1400', { failFlag });
  return bytes;
};

const fetched = async (
  address: string,
  failFlag: 1 | 2,
  fetch: FetchPhotograph | undefined,
): Promise<Uint8Array> => {
  if (fetch === undefined) throw new TencentRefusal('-1308', { failFlag });
  try {
    return await fetch(address);
  } catch (cause) {
    throw new TencentRefusal('-1308', { failFlag, cause });
  }
};
