/**
 * Passes a part of one of Electron's objects for the whole: what is there has to be as
 * `electron.d.ts` has it, what is not there cannot be used. Event emitters are left out of the
 * comparison, as each of their methods returns the whole object.
 */
export const pretend = <Whole>(part: Partial<Omit<Whole, keyof NodeJS.EventEmitter>>): Whole =>
  part as Whole;
