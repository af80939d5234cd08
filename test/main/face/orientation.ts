import type { RgbImage } from '../../../main/face/rgb-image.ts';
import { encode, paint, pixelAt } from './pictures.ts';

/** Every value of the EXIF orientation (Exif 2.32, tag 0x0112). */
export const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Orientation = (typeof orientations)[number];

/** Where a pixel stored at (x, y) of a file of `width × height` is to be seen. */
const seenAt = (
  orientation: Orientation,
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
): readonly [number, number] => {
  const [right, bottom] = [width - 1 - x, height - 1 - y];
  switch (orientation) {
    case 1:
      return [x, y];
    case 2:
      return [right, y];
    case 3:
      return [right, bottom];
    case 4:
      return [x, bottom];
    case 5:
      return [y, x];
    case 6:
      return [bottom, x];
    case 7:
      return [bottom, right];
    case 8:
      return [y, right];
  }
};

/** The file of a camera that was held otherwise: seen with its orientation it is `upright`. */
export const storedTurned = (
  upright: RgbImage,
  orientation: Orientation,
  format: 'jpeg' | 'png' | 'webp',
): Promise<Uint8Array> => {
  const isSideways = orientation > 4;
  const width = isSideways ? upright.height : upright.width;
  const height = isSideways ? upright.width : upright.height;
  const stored = paint(width, height, (x, y) =>
    pixelAt(upright, ...seenAt(orientation, [x, y], [width, height])),
  );
  const picture = encode(stored).withMetadata({ orientation });
  if (format === 'jpeg') return picture.jpeg({ quality: 95 }).toBuffer();
  return (format === 'png' ? picture.png() : picture.webp({ lossless: true })).toBuffer();
};
