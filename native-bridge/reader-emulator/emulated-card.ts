import { photoSize } from '../../main/card/base-info.ts';
import type { CardDescription } from './card-description.ts';
import { encodeCardText } from './card-text.ts';
import { EmulatorError } from './emulator-error.ts';
import { fingerprintRecord } from './fingerprint-record.ts';
import { undecodablePhoto } from './undecodable-photo.ts';

/** A card as the reader sees it: nothing but bytes. */
export interface EmulatedCard {
  /** 256 bytes of text (reader protocol §2.3). */
  readonly text: Uint8Array;
  /** 1024 bytes of photo (§4.1). */
  readonly photo: Uint8Array;
  /** None, one or two records of 512 bytes (§2.13). */
  readonly fingerprints: Uint8Array;
  /** None to four records of 70 bytes (§2.12). */
  readonly additionalAddresses: Uint8Array;
  /** 28 bytes (§1.6). */
  readonly managementNumber: Uint8Array;
}

const addressCharacters = 35;
const managementNumberSize = 28;

/**
 * Makes a card from its description.
 *
 * @param photo - exactly 1024 bytes; without them the card carries the header of a real photo and
 * nothing behind it.
 * @throws EmulatorError `emulator.wrong-photo-size`.
 */
export const makeCard = (
  description: CardDescription,
  photo: Uint8Array = undecodablePhoto(),
): EmulatedCard => {
  if (photo.length !== photoSize) {
    const data = { bytes: photo.length, expected: photoSize };
    throw new EmulatorError('emulator.wrong-photo-size', data);
  }
  const { fingerprints, additionalAddresses, managementNumber } = description;
  return {
    text: encodeCardText(description),
    photo,
    fingerprints: Buffer.concat(
      Array.from({ length: fingerprints }, (_, index) => fingerprintRecord(index)),
    ),
    additionalAddresses: Buffer.from(
      additionalAddresses.map((address) => address.padEnd(addressCharacters)).join(''),
      'utf16le',
    ),
    managementNumber:
      managementNumber === undefined
        ? Uint8Array.from({ length: managementNumberSize }, (_, index) => index + 1)
        : Buffer.from(managementNumber, 'hex'),
  };
};
