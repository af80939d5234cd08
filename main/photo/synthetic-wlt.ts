import { chipBlockLength } from '../../native-bridge/photo-decoder/chip-photo-size.ts';

/** `WL`, width 102, height 126, and the constants every published block begins with (§4.1). */
const header = Uint8Array.of(0x57, 0x4c, 0x66, 0, 0x7e, 0, 0x32, 0, 0, 0xff, 0x85);

/** A WLT block that is nobody's photo: the usual header, then zeros (reader protocol §6.3). */
export const syntheticWlt = (): Uint8Array => {
  const wlt = new Uint8Array(chipBlockLength);
  wlt.set(header);
  return wlt;
};
