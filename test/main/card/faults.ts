import { encodeFrame } from '../../../main/card/frame.ts';
import type { Fault } from './scripted-reader.ts';
import { hex } from './hex.ts';

/** The last byte of the body is changed on the way: the XOR is wrong. */
export const badChecksum: Fault = (frame) => {
  const damaged = Uint8Array.from(frame);
  damaged[damaged.length - 2]! ^= 0x01;
  return [[0, damaged]];
};

/** LEN promises `more` bytes than come; the checksum fits LEN, so only the count is wrong. */
export const wrongLength =
  (more: number): Fault =>
  (frame) => {
    const damaged = Uint8Array.from(frame);
    const length = frame[5]! * 256 + frame[6]! + more;
    damaged[5] = length >> 8;
    damaged[6] = length & 0xff;
    return [[0, damaged]];
  };

/** Only the first part arrives. */
export const truncated =
  (bytes: number): Fault =>
  (frame) => [[0, frame.subarray(0, bytes)]];

export const garbageBefore =
  (garbage: string): Fault =>
  (frame) => [
    [0, hex(garbage)],
    [5, frame],
  ];

/** Another good frame stands directly before the answer, in one chunk. */
export const gluedBehind =
  (body: string): Fault =>
  (frame) => [[0, Uint8Array.from([...encodeFrame(hex(body)), ...frame])]];

export const oneByteAtATime: Fault = (frame) => [...frame].map((byte) => [1, Uint8Array.of(byte)]);

/** A 00 slipped in behind the first byte, as seen on real lines (reader protocol §3.4). */
export const strayZero: Fault = (frame) => [
  [0, Uint8Array.from([...frame.subarray(0, 1), 0x00, ...frame.subarray(1)])],
];

export const silence: Fault = () => [];

/** The answer comes, but only after `ms`. */
export const late =
  (ms: number): Fault =>
  (frame) => [[ms, frame]];

/** Another body instead of the answer. */
export const instead =
  (body: string): Fault =>
  () => [[0, encodeFrame(hex(body))]];

/** The reader is pulled out when half of the answer has arrived. */
export const unplugMidFrame: Fault = (frame, reader) => {
  setTimeout(() => {
    reader.unplug();
  }, 5);
  return [[0, frame.subarray(0, Math.floor(frame.length / 2))]];
};

/** The card is taken away before the command is carried out. */
export const liftFirst: Fault = (_frame, reader) => {
  reader.lift();
  return [[0, encodeFrame(hex('00 00 41'))]];
};
