import type { FittedImage } from './fit-image.ts';
import type { CloudRequest } from './http-exchange.ts';

/** Bytes of one photograph. This operation's page names no limit; its sisters on the same service take 1 MB. */
export const maximumTencentImageBytes = 1024 * 1024;

/** A photograph of a comparison: itself, or where the service finds it. */
export type TencentPicture = Pick<FittedImage, 'image' | 'format'> | { readonly url: string };

/** Both photographs: A is the source, B the target. */
export interface TencentPictures {
  readonly a: TencentPicture;
  readonly b: TencentPicture;
}

/** A body and its type. */
export interface TencentContent extends Pick<CloudRequest, 'body'> {
  readonly contentType: string;
}

/**
 * The body of one `face/compare` call and its type: JSON where both photographs are addresses,
 * else multipart, in which one may still be an address.
 */
export const compareBody = async (
  appId: string,
  { a, b }: TencentPictures,
): Promise<TencentContent> => {
  if ('url' in a && 'url' in b) {
    const body = Buffer.from(JSON.stringify({ appid: appId, urlA: a.url, urlB: b.url }), 'utf8');
    return { contentType: 'application/json', body };
  }
  const form = new FormData();
  form.append('appid', appId);
  addPicture(form, 'A', a);
  addPicture(form, 'B', b);
  const written = new Response(form);
  return {
    contentType: written.headers.get('content-type') ?? '',
    body: Buffer.from(await written.arrayBuffer()),
  };
};

const addPicture = (form: FormData, side: 'A' | 'B', picture: TencentPicture): void => {
  if ('url' in picture) {
    form.append(`url${side}`, picture.url);
    return;
  }
  const { image, format } = picture;
  const type = format === 'PNG' ? 'image/png' : 'image/jpeg';
  const name = `${side.toLowerCase()}.${format === 'PNG' ? 'png' : 'jpg'}`;
  form.append(`image${side}`, new Blob([new Uint8Array(image)], { type }), name);
};
