import { statusCodes } from './status.ts';

export type CommandName =
  | 'reset-sam'
  | 'sam-status'
  | 'sam-id'
  | 'find-card'
  | 'select-card'
  | 'read-base-info'
  | 'read-base-info-and-fingerprints'
  | 'read-additional-address'
  | 'read-management-number'
  | 'set-speed'
  | 'set-max-rf-bytes';

/** One command of the reader protocol, as data (§1.3). */
export interface Command {
  readonly name: CommandName;
  /** CMD. */
  readonly command: number;
  /** PARA. */
  readonly parameter: number;
  /** DATA; empty for all but one command. */
  readonly data: readonly number[];
  /** SW3 of the reply that means success. */
  readonly success: number;
  /** Sizes of the data in a successful reply, in bytes, both ends included. */
  readonly payload: { readonly from: number; readonly to: number };
  /** How long the reader may think, in ms, without the time the bytes take on the wire (§3.3). */
  readonly timeout: number;
}

const none = { from: 0, to: 0 };

const command = (
  name: CommandName,
  code: number,
  parameter: number,
  rest: Partial<Omit<Command, 'name' | 'command' | 'parameter'>> = {},
): Command => ({
  name,
  command: code,
  parameter,
  data: [],
  success: statusCodes.success,
  payload: none,
  timeout: 1000,
  ...rest,
});

/** Resets the security module (SAM) like a power cycle. */
export const resetSam = command('reset-sam', 0x10, 0xff, { timeout: 2500 });

/** Asks whether the security module is well: the probe for ports and speeds. */
export const samStatus = command('sam-status', 0x11, 0xff);

/** Asks for the identity of the security module: 16 bytes (§1.5). */
export const readSamId = command('sam-id', 0x12, 0xff, { payload: { from: 16, to: 16 } });

/**
 * Looks for a card. The only command whose success is 9F; the data, nominally 4 bytes, is not used
 * and differs between readers (§1.4).
 */
export const findCard = command('find-card', 0x20, 0x01, {
  success: statusCodes.cardFound,
  payload: { from: 0, to: 16 },
});

/** Selects the card that was found. Nominally 8 bytes of data, not used (§1.4). */
export const selectCard = command('select-card', 0x20, 0x02, { payload: { from: 4, to: 16 } });

/**
 * Reads text and photo. The payload starts with a header of lengths, of 4 or 6 bytes whatever the
 * command (§2.1); some readers add fingerprints unasked.
 */
export const readBaseInfo = command('read-base-info', 0x30, 0x01, {
  payload: { from: 260, to: 2310 },
  timeout: 3000,
});

/** Reads text, photo and fingerprints. Biometric data: sent only when asked for. */
export const readBaseInfoAndFingerprints = command('read-base-info-and-fingerprints', 0x30, 0x10, {
  payload: { from: 260, to: 2310 },
  timeout: 5000,
});

/** Reads up to four additional addresses of 70 bytes (§2.12). SW3 91 means there is none. */
export const readAdditionalAddress = command('read-additional-address', 0x30, 0x03, {
  payload: { from: 70, to: 280 },
  timeout: 1500,
});

/** Reads the card management number: 28 bytes; some readers give 8 or 32 (§1.6). */
export const readManagementNumber = command('read-management-number', 0x30, 0x05, {
  payload: { from: 8, to: 32 },
  timeout: 1500,
});

/** Line speeds of the protocol in bits per second, in the order in which they are tried (§1.1). */
export const speeds = [115_200, 57_600, 38_400, 19_200, 9600] as const;
export type Speed = (typeof speeds)[number];

/** Sets the line speed. Answered at the old speed; kept by the module over a restart (§1.1). */
export const setSpeed = (speed: Speed): Command =>
  command('set-speed', 0x60, speeds.indexOf(speed));

/** Smallest and largest size of one exchange between module and antenna, in bytes (§1.3). */
export const maxRfBytesRange = { from: 24, to: 255 } as const;

/**
 * Sets the size of one exchange between security module and antenna chip.
 *
 * @param bytes - a whole number from 24 to 255; 80 and 88 are in use.
 * @throws RangeError for any other number.
 */
export const setMaxRfBytes = (bytes: number): Command => {
  if (!Number.isInteger(bytes) || bytes < maxRfBytesRange.from || bytes > maxRfBytesRange.to) {
    throw new RangeError(`The RF frame size must be a whole number from 24 to 255, not ${bytes}.`);
  }
  return command('set-max-rf-bytes', 0x61, 0xff, { data: [bytes] });
};

/** CMD, PARA and DATA: what goes into the request's frame. */
export const bodyOf = ({ command: code, parameter, data }: Command): Uint8Array =>
  Uint8Array.of(code, parameter, ...data);
