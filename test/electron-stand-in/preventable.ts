import type { EventEmitter } from 'node:events';

/**
 * Tells a program of something that it may prevent, in Electron's manner.
 *
 * @returns whether one of the listeners prevented it.
 */
export const isPrevented = (
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...args: readonly unknown[]
): boolean => {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...args);
  return event.defaultPrevented;
};
