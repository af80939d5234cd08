import type { Command } from './commands.ts';
import { shortestReply } from './frame-parser.ts';
import { preamble } from './frame.ts';

/** A start bit, eight data bits, a stop bit (reader protocol §1.1). */
const bitsPerByte = 10;
const frameOverhead = preamble.length + 2;

/** How long bytes are on the line, in ms (reader protocol §3.3). */
export const wireTime = (bytes: number, baudRate: number): number =>
  (bytes * bitsPerByte * 1000) / baudRate;

/**
 * How long a command may take in all, in ms: what the reader needs to think, and the request and the
 * longest reply on the wire. Without the second part a reading at 9600 would never be in time.
 */
export const timeoutOf = (command: Command, baudRate: number): number => {
  const request = frameOverhead + 3 + command.data.length;
  const reply = frameOverhead + shortestReply + command.payload.to;
  return Math.ceil(command.timeout + wireTime(request + reply, baudRate));
};
