import {
  bodyOf,
  findCard,
  maxRfBytesRange,
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
  speeds,
  type Command,
  type CommandName,
} from '../../main/card/commands.ts';

/** Every command the reader knows; the RF size stands for all sizes. */
const commands: readonly Command[] = [
  resetSam,
  samStatus,
  readSamId,
  findCard,
  selectCard,
  readBaseInfo,
  readBaseInfoAndFingerprints,
  readAdditionalAddress,
  readManagementNumber,
  ...speeds.map(setSpeed),
  setMaxRfBytes(maxRfBytesRange.from),
];

/** The names by which faults and logs call the commands. */
export const commandNames: readonly CommandName[] = [...new Set(commands.map(({ name }) => name))];

/** Why a reader refuses a request, as SW3 (reader protocol §1.7). */
export const refusals = { badChecksum: 0x10, badLength: 0x11, unknownCommand: 0x21 } as const;

/** A request as the reader understands it. */
export type Request =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'refused'; readonly sw3: number; readonly name: CommandName | undefined };

/**
 * Recognises a request (§1.3).
 *
 * @param body - CMD, PARA and DATA of a frame whose checksum was right.
 */
export const parseRequest = (body: Uint8Array): Request => {
  const [code, parameter, ...data] = body;
  const known = commands.find(
    (command) => command.command === code && command.parameter === parameter,
  );
  if (known === undefined) {
    return { kind: 'refused', sw3: refusals.unknownCommand, name: undefined };
  }
  const { name } = known;
  if (body.length !== bodyOf(known).length) {
    return { kind: 'refused', sw3: refusals.badLength, name };
  }
  if (name === 'set-max-rf-bytes' && !isRfSize(data[0])) {
    return { kind: 'refused', sw3: refusals.unknownCommand, name };
  }
  return { kind: 'command', command: { ...known, data } };
};

const isRfSize = (bytes = 0): boolean =>
  bytes >= maxRfBytesRange.from && bytes <= maxRfBytesRange.to;
