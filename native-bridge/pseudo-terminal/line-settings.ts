import { attributesSize, checked, terminalCalls } from './c-library.ts';

/**
 * Makes a terminal pass bytes as they are: no echo, no line editing, no translation of line ends, no
 * flow control. A program that opens the port sets its own; this is for the time before.
 *
 * @param descriptor - the port's side, not the master.
 */
export const makeRaw = (descriptor: number): void => {
  const calls = terminalCalls();
  const attributes = readAttributes(descriptor);
  calls.makeRaw(attributes);
  checked('tcsetattr', calls.setAttributes(descriptor, attributes));
};

/**
 * The speed the port was last set to, in bits per second. A pseudo-terminal carries bytes as fast as it
 * can whatever the speed says, so whoever plays a device has to look.
 *
 * @param descriptor - the port's side, not the master.
 */
export const lineSpeed = (descriptor: number): number => {
  const constant = terminalCalls().outputSpeed(readAttributes(descriptor));
  return linuxSpeeds.get(constant) ?? constant;
};

const readAttributes = (descriptor: number): Uint8Array => {
  const attributes = new Uint8Array(attributesSize);
  checked('tcgetattr', terminalCalls().getAttributes(descriptor, attributes));
  return attributes;
};

/**
 * Linux numbers its speeds (`asm-generic/termbits.h`); macOS and newer C libraries give them in bits
 * per second. No number of a speed is itself a speed in use, so the two cannot be confused.
 */
const linuxSpeeds: ReadonlyMap<number, number> = new Map([
  [0o15, 9600],
  [0o16, 19_200],
  [0o17, 38_400],
  [0o10001, 57_600],
  [0o10002, 115_200],
  [0o10003, 230_400],
]);
