import type { EventEmitter } from 'node:events';

/** Each method of these returns the whole object, which a part is not. */
type OfEmitters = keyof EventEmitter;

type AnyFunction = (...args: never) => unknown;

/**
 * The names under which a part has something else than the whole has, however deep; `never` where
 * there are none. What only one of them has is not compared.
 */
export type Misfit<Part, Whole> = Part extends Whole
  ? never
  : {
      [Name in Exclude<keyof Part & keyof Whole, OfEmitters>]: Part[Name] extends Whole[Name]
        ? never
        : Part[Name] extends AnyFunction
          ? Name
          : [Misfit<Part[Name], Whole[Name]>] extends [never]
            ? never
            : Name;
    }[Exclude<keyof Part & keyof Whole, OfEmitters>];
