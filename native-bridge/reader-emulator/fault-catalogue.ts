import type { CommandName } from '../../main/card/commands.ts';

/** A number a fault takes. */
export interface FaultParameter {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Written in hexadecimal, with this many digits. */
  readonly hexDigits?: number;
  /** What it is when left out; without one it must be given. */
  readonly otherwise?: number;
}

/** What a fault is, for help texts and for checking. */
export interface FaultKind {
  readonly description: string;
  readonly parameters: readonly FaultParameter[];
  /** The command it strikes when none is named; without one it strikes all. */
  readonly command?: CommandName;
}

const longestDelay = 60_000;
const longestFrame = 4096;
const count = (name: string, to: number, otherwise: number): FaultParameter => ({
  name,
  from: 1,
  to,
  otherwise,
});
const milliseconds = (otherwise: number): FaultParameter => ({
  name: 'ms',
  from: 0,
  to: longestDelay,
  otherwise,
});

/**
 * Everything that can be made to go wrong, in the order in which it is applied when several faults
 * strike one command: first to the card and the plug, then to the reply, then to its bytes, then to the
 * way they travel.
 */
const faultCatalogue = {
  'card-lifted': {
    description: 'The card is lifted just before the command is carried out.',
    parameters: [],
    command: 'read-base-info',
  },
  unplug: {
    description: 'The reader is unplugged when the command arrives.',
    parameters: [],
  },
  silence: {
    description: 'The command is neither carried out nor answered.',
    parameters: [],
  },
  status: {
    description: 'The command is not carried out; the reply has this SW3 and no data.',
    parameters: [{ name: 'SW3', from: 0, to: 0xff, hexDigits: 2 }],
  },
  'six-byte-header': {
    description: 'Text and photo always come with a third length, for fingerprints (1297 bytes).',
    parameters: [],
  },
  'photo-length': {
    description: 'The photo comes with this many bytes, cut or filled with zeros.',
    parameters: [{ name: 'bytes', from: 0, to: 2048, otherwise: 1000 }],
  },
  'false-photo-length': {
    description: 'The header claims this length for a photo of 1024 bytes.',
    parameters: [{ name: 'bytes', from: 0, to: 0xffff, otherwise: 1000 }],
  },
  'undecodable-photo': {
    description: 'The photo has the header of a real one and nothing but zeros behind it.',
    parameters: [],
  },
  'card-status': {
    description: 'The reply has this SW1 and SW2, as when a card reports details.',
    parameters: [{ name: 'SW1SW2', from: 0, to: 0xffff, hexDigits: 4, otherwise: 0x6a82 }],
  },
  'card-numbers': {
    description: 'The replies to find and select carry numbers of the card instead of zeros.',
    parameters: [],
  },
  'previous-reply': {
    description: 'The reply is the one to the command before.',
    parameters: [],
  },
  'bad-checksum': {
    description: 'The last byte of the reply is wrong.',
    parameters: [],
  },
  'wrong-length': {
    description: 'LEN promises this many bytes more than come (fewer when negative).',
    parameters: [{ name: 'bytes', from: -longestFrame, to: longestFrame, otherwise: 5 }],
  },
  'damaged-preamble': {
    description: 'A zero stands inside the preamble: AA 00 AA AA 96 69.',
    parameters: [],
  },
  truncate: {
    description: 'Only the first bytes of the reply are sent.',
    parameters: [count('bytes', longestFrame, 6)],
  },
  glue: {
    description: 'The reply is sent twice, in one piece.',
    parameters: [],
  },
  'noise-before': {
    description: 'Noise comes in front of the reply.',
    parameters: [count('bytes', longestFrame, 16)],
  },
  'noise-after': {
    description: 'Noise comes right behind the reply.',
    parameters: [count('bytes', longestFrame, 16)],
  },
  'noise-between': {
    description: 'Noise comes some time after the reply, when the line should be quiet.',
    parameters: [count('bytes', longestFrame, 16), milliseconds(50)],
  },
  late: {
    description: 'The reply comes this much later.',
    parameters: [milliseconds(2000)],
  },
  fragment: {
    description: 'The reply comes in chunks of this size, with a pause between them.',
    parameters: [count('bytes', longestFrame, 1), milliseconds(0)],
  },
  'unplug-mid-frame': {
    description: 'The reader is unplugged after the first bytes of the reply.',
    parameters: [count('bytes', longestFrame, 6)],
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

export type FaultName = keyof typeof faultCatalogue;

/** All faults, in the order of the catalogue. */
export const faultNames = Object.keys(faultCatalogue) as readonly FaultName[];

/** What is known of a fault, whichever it is. */
export const faultKind = (name: FaultName): FaultKind => faultCatalogue[name];
