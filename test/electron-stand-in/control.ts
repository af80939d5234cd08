import type { Command, Fact, ProgramSettings } from './facts.ts';

const given = process.env['ELECTRON_STAND_IN'];
if (given === undefined) throw new Error('To be started by startStandIn only.');

/** How this program was started. */
export const settings = JSON.parse(given) as ProgramSettings;
Reflect.deleteProperty(process.env, 'ELECTRON_STAND_IN');

// Electron's main process has no such way to a parent: the program shall not find one.
const sendToTest = process.send?.bind(process);
Reflect.deleteProperty(process, 'send');

/** Tells the test what happened. */
export const record = (fact: Fact): void => {
  sendToTest?.(fact, undefined, {}, () => undefined);
};

/** Tells the test of a call that has no other effect here. */
export const recordCall = (on: string, name: string, args: readonly unknown[]): void => {
  // Functions and objects with a life of their own cannot be told; what is plain can.
  record({ kind: 'call', on, name, args: args.map(toPlain) });
};

/** Calls back when the test wants something to happen. */
export const onCommand = (listener: (command: Command) => void): void => {
  process.on('message', (message) => {
    listener(message as Command);
  });
};

const toPlain = (value: unknown): unknown => {
  if (typeof value === 'function') return '[function]';
  try {
    return structuredClone(value);
  } catch {
    return '[object]';
  }
};
