import type { DetailEvent, PageWindow } from './page-types.ts';

/** One of the two worlds of a page: its own, and the preload script's. */
export type World = 'page' | 'preload';

/** One end of the bridge between the worlds. */
export interface BridgeEnd {
  /** Lets the other end call this by name. */
  offer(name: string, action: (...args: never[]) => unknown): void;
  /** Calls what the other end offers; values come back at once, promises as promises. */
  call(name: string, ...args: readonly unknown[]): unknown;
}

/**
 * Connects two worlds of one page, as Electron's context bridge does: functions and promises are
 * stood in for, everything else is copied, binary data by the browser itself as binary data.
 *
 * Both worlds have an object of the browser in common (`channel`) and nothing else. An event on it
 * runs the other world's listeners before `dispatchEvent` returns, which makes calls that return
 * their value; and an event's `detail` is cloned when another world reads it.
 *
 * The function is run in both worlds as its own source text: it uses nothing from outside.
 */
export const createBridgeEnd = (channel: EventTarget, mine: World, page: PageWindow): BridgeEnd => {
  const other = mine === 'page' ? 'preload' : 'page';
  // Taken before any script of the page runs, which could change them.
  const { CustomEvent } = page;
  const dispatch = channel.dispatchEvent.bind(channel);
  const listen = channel.addEventListener.bind(channel);
  const functions = new Map<number | string, (...args: never[]) => unknown>();
  const numbers = new WeakMap<object, number>();
  const promises = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: unknown) => void }
  >();
  let lastNumber = 0;
  let returned: unknown;

  const send = (type: string, detail: unknown): void => {
    dispatch(new CustomEvent(type, { detail }));
  };
  const numberOf = (action: (...args: never[]) => unknown): number => {
    let number = numbers.get(action);
    if (number === undefined) {
      number = ++lastNumber;
      numbers.set(action, number);
      functions.set(number, action);
    }
    return number;
  };

  const wrap = (value: unknown): readonly [string, ...unknown[]] => {
    if (typeof value === 'function') return ['function', numberOf(value as () => unknown)];
    if (value instanceof Promise) {
      const number = ++lastNumber;
      value.then(
        (result) => {
          send(`${other}:settled`, { number, isKept: true, value: wrap(result) });
        },
        (error: unknown) => {
          send(`${other}:settled`, { number, isKept: false, value: wrap(error) });
        },
      );
      return ['promise', number];
    }
    if (value instanceof Error) return ['error', value.name, value.message];
    if (Array.isArray(value)) return ['list', ...value.map(wrap)];
    if (typeof value === 'object' && value !== null && isPlain(value))
      return ['object', ...Object.entries(value).map(([key, item]) => [key, wrap(item)])];
    return ['value', value];
  };
  const isPlain = (value: object): boolean => {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  };

  const unwrap = ([kind, ...rest]: readonly [string, ...unknown[]]): unknown => {
    switch (kind) {
      case 'function':
        return (...args: readonly unknown[]) => call(rest[0] as number, args);
      case 'promise':
        return new Promise((resolve, reject) => {
          promises.set(rest[0] as number, { resolve, reject });
        });
      case 'error': {
        const error = new Error(rest[1] as string);
        error.name = rest[0] as string;
        return error;
      }
      case 'list':
        return (rest as [string, ...unknown[]][]).map(unwrap);
      case 'object':
        return Object.fromEntries(
          (rest as [string, [string, ...unknown[]]][]).map(([key, item]) => [key, unwrap(item)]),
        );
      default:
        return rest[0];
    }
  };

  interface Outcome {
    readonly isKept: boolean;
    readonly value: readonly [string, ...unknown[]];
  }
  const call = (target: number | string, args: readonly unknown[]): unknown => {
    returned = undefined;
    send(`${other}:call`, { target, args: args.map(wrap) });
    const outcome = returned as Outcome | undefined;
    returned = undefined;
    if (outcome === undefined) throw new Error('The other world of this page does not answer.');
    const value = unwrap(outcome.value);
    if (!outcome.isKept) throw value as Error;
    return value;
  };
  const answer = (target: number | string, args: readonly unknown[]): Outcome => {
    try {
      const action = functions.get(target);
      if (action === undefined) throw new Error(`Nothing called ${target} is offered.`);
      return { isKept: true, value: wrap(action(...(args as never[]))) };
    } catch (caught) {
      return { isKept: false, value: wrap(caught) };
    }
  };

  listen(`${mine}:call`, (event) => {
    const { target, args } = (event as DetailEvent).detail as {
      readonly target: number | string;
      readonly args: readonly [string, ...unknown[]][];
    };
    send(`${other}:return`, answer(target, args.map(unwrap)));
  });
  listen(`${mine}:return`, (event) => {
    returned = (event as DetailEvent).detail;
  });
  listen(`${mine}:settled`, (event) => {
    const { number, isKept, value } = (event as DetailEvent).detail as Outcome & {
      readonly number: number;
    };
    const promise = promises.get(number);
    promises.delete(number);
    if (isKept) promise?.resolve(unwrap(value));
    else promise?.reject(unwrap(value));
  });

  return {
    offer: (name, action) => void functions.set(name, action),
    call: (name, ...args) => call(name, args),
  };
};
