import type { Command } from '../../../main/card/commands.ts';
import {
  bodyOf,
  findCard,
  readAdditionalAddress,
  readBaseInfo,
  readBaseInfoAndFingerprints,
  readManagementNumber,
  readSamId,
  resetSam,
  samStatus,
  selectCard,
  setMaxRfBytes,
  setSpeed,
} from '../../../main/card/commands.ts';
import { encodeFrame } from '../../../main/card/frame.ts';

/** The bytes of a request on the wire. */
export const requestFor = (command: Command): Uint8Array => encodeFrame(bodyOf(command));

/** One request of each kind. */
export const requests = {
  reset: requestFor(resetSam),
  status: requestFor(samStatus),
  samId: requestFor(readSamId),
  find: requestFor(findCard),
  select: requestFor(selectCard),
  read: requestFor(readBaseInfo),
  readWithPrints: requestFor(readBaseInfoAndFingerprints),
  address: requestFor(readAdditionalAddress),
  managementNumber: requestFor(readManagementNumber),
  setSpeed: requestFor(setSpeed(115_200)),
  setMaxRfBytes: requestFor(setMaxRfBytes(80)),
};

export const frames = {
  ok: 'AA AA AA 96 69 00 04 00 00 90 94',
  found: 'AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97',
  notFound: 'AA AA AA 96 69 00 04 00 00 80 84',
  selected: 'AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C',
  selectFailed: 'AA AA AA 96 69 00 04 00 00 81 85',
  readFailed: 'AA AA AA 96 69 00 04 00 00 41 45',
  nothingThere: 'AA AA AA 96 69 00 04 00 00 91 95',
};

/** Bytes as they are printed in the protocol: `AA AA AA 96 69`. */
export const dump = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

export const bytesOf = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
