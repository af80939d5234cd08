import type { Reply } from '../../main/card/reply.ts';
import type { BaseInfo } from './base-info.ts';
import { changeBytes, cutAfter, fragment, send, unplug, wait, type Delivery } from './delivery.ts';
import type { EmulatedCard } from './emulated-card.ts';
import type { FaultName } from './fault-catalogue.ts';
import { noise } from './noise.ts';
import { statusReply } from './reply-frame.ts';
import { undecodablePhoto } from './undecodable-photo.ts';

/** What was going on when a fault struck. */
export interface FaultContext {
  /** The bytes of the reply to the command before; nothing at first. */
  readonly previous: Uint8Array | undefined;
  readonly card: EmulatedCard | undefined;
  /** Counts the commands; makes each noise a different one. */
  readonly count: number;
}

/** What a fault does, at each stage of a command. */
export interface FaultEffect {
  /** To the card or the plug, before the command is looked at. */
  readonly before?: 'lift' | 'unplug';
  /** Instead of carrying the command out; `null` is silence. */
  readonly instead?: () => Reply | null;
  readonly baseInfo?: (info: BaseInfo) => BaseInfo;
  readonly reply?: (reply: Reply, context: FaultContext) => Reply;
  readonly delivery?: (delivery: Delivery, context: FaultContext) => Delivery;
}

const lengthOffset = 5;

/** The effect of each fault, from its values. */
export const faultEffects: Readonly<
  Record<FaultName, (first: number, second: number) => FaultEffect>
> = {
  'card-lifted': () => ({ before: 'lift' }),
  unplug: () => ({ before: 'unplug' }),
  silence: () => ({ instead: () => null }),
  status: (sw3) => ({ instead: () => statusReply(sw3) }),

  'six-byte-header': () => ({ baseInfo: (info) => ({ ...info, hasFingerprintLength: true }) }),
  'photo-length': (bytes) => ({
    baseInfo: (info) => ({ ...info, photo: resized(info.photo, bytes) }),
  }),
  'false-photo-length': (bytes) => ({
    baseInfo: (info) => ({ ...info, claimedPhotoLength: bytes }),
  }),
  'undecodable-photo': () => ({ baseInfo: (info) => ({ ...info, photo: undecodablePhoto() }) }),

  'card-status': (status) => ({
    reply: (reply) => ({ ...reply, sw1: status >>> 8, sw2: status & 0xff }),
  }),
  'card-numbers': () => ({
    reply: (reply, { card }) =>
      card === undefined ? reply : { ...reply, payload: withNumbers(reply, card) },
  }),

  'previous-reply': () => ({ delivery: (_, { previous }) => (previous ? [send(previous)] : []) }),
  'bad-checksum': () => ({
    delivery: (delivery) =>
      changeBytes(delivery, (bytes) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 0xff)),
  }),
  'wrong-length': (extra) => ({
    delivery: (delivery) => changeBytes(delivery, (bytes) => withLength(bytes, extra)),
  }),
  'damaged-preamble': () => ({
    delivery: (delivery) =>
      changeBytes(delivery, (bytes) => joined(bytes.subarray(0, 1), [0], bytes.subarray(1))),
  }),
  truncate: (count) => ({ delivery: (delivery) => cutAfter(delivery, count) }),
  glue: () => ({
    delivery: (delivery) => changeBytes(delivery, (bytes) => joined(bytes, bytes)),
  }),

  'noise-before': (count) => ({
    delivery: (delivery, { count: seed }) =>
      changeBytes(delivery, (bytes) => joined(noise(count, seed), bytes)),
  }),
  'noise-after': (count) => ({
    delivery: (delivery, { count: seed }) =>
      changeBytes(delivery, (bytes) => joined(bytes, noise(count, ~seed))),
  }),
  'noise-between': (count, time) => ({
    delivery: (delivery, { count: seed }) => [...delivery, wait(time), send(noise(count, seed))],
  }),
  late: (time) => ({ delivery: (delivery) => [wait(time), ...delivery] }),
  fragment: (size, pause) => ({ delivery: (delivery) => fragment(delivery, size, pause) }),
  'unplug-mid-frame': (count) => ({
    delivery: (delivery) => [...cutAfter(delivery, count), unplug],
  }),
};

const joined = (...parts: readonly ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));

const resized = (bytes: Uint8Array, length: number): Uint8Array => {
  const result = new Uint8Array(length);
  result.set(bytes.subarray(0, length));
  return result;
};

/** Changes LEN and nothing else, so the checksum no longer fits either. */
const withLength = (frame: Uint8Array, extra: number): Uint8Array => {
  const result = Buffer.from(frame);
  const length = result.readUInt16BE(lengthOffset) + extra;
  result.writeUInt16BE(Math.min(0xffff, Math.max(0, length)), lengthOffset);
  return new Uint8Array(result);
};

/** The card's issuer number where find has 4 bytes, its serial number where select has 8 (§1.4, §1.6). */
const withNumbers = ({ payload }: Reply, { managementNumber }: EmulatedCard): Uint8Array => {
  if (payload.length === 4) return managementNumber.subarray(0, 4);
  if (payload.length === 8) return managementNumber.subarray(4, 12);
  return payload;
};
