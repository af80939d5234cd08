import { photoSize } from '../../main/card/base-info.ts';

/** `WL`, width 102 and height 126 as 16 bits low byte first, and the constants behind them (§4.1). */
const header = [0x57, 0x4c, 0x66, 0x00, 0x7e, 0x00, 0x32, 0x00, 0x00, 0xff, 0x85];

/** The header of a real photo followed by zeros: recognised as one, and no decoder can read it (§6.3). */
export const undecodablePhoto = (): Uint8Array => {
  const photo = new Uint8Array(photoSize);
  photo.set(header);
  return photo;
};
