/** Turns what a structured clone can hold into text and back. */
export interface WireCodec {
  /** @throws TypeError for what cannot be cloned, as Electron does. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * The way between the program and a page's preload world carries text only, so values are written as
 * JSON in which everything but text, numbers and truth values is a list that begins with its kind.
 * Objects that contain themselves are not supported.
 *
 * The function is run in Node and, as its own source text, in pages: it uses nothing from outside.
 */
export const createWireCodec = (): WireCodec => {
  const views = { Uint8Array, Int8Array, Uint8ClampedArray, Uint16Array, Int16Array } as const;
  const wideViews = { Uint32Array, Int32Array, Float32Array, Float64Array } as const;
  const viewTypes: Record<string, (new (bytes: ArrayBuffer) => unknown) | undefined> = {
    ...views,
    ...wideViews,
    DataView,
  };
  const errors: Record<string, ErrorConstructor | undefined> = {
    RangeError,
    TypeError,
    SyntaxError,
  };

  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    // In pieces: a call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const writeView = (view: ArrayBufferView): unknown => {
    // Node's Buffer is a Uint8Array to everybody else.
    const name = view.constructor.name === 'Buffer' ? 'Uint8Array' : view.constructor.name;
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    return ['view', name, toBase64(bytes)];
  };
  const writeObject = (value: object): unknown => {
    if (ArrayBuffer.isView(value)) return writeView(value);
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))];
    if (Array.isArray(value)) return ['list', ...value.map(write)];
    if (value instanceof Date) return ['date', value.getTime()];
    if (value instanceof Map)
      return ['map', ...[...value].map(([key, item]) => [write(key), write(item)])];
    if (value instanceof Set) return ['set', ...[...value].map(write)];
    if (value instanceof Error) return ['error', value.name, value.message];
    if (value instanceof Promise) throw new TypeError('An object could not be cloned.');
    return ['object', ...Object.entries(value).map(([key, item]) => [key, write(item)])];
  };
  const write = (value: unknown): unknown => {
    if (value === undefined) return ['undefined'];
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)];
    if (typeof value === 'bigint') return ['bigint', value.toString()];
    if (typeof value === 'object') return writeObject(value);
    throw new TypeError('An object could not be cloned.');
  };

  const read = (written: unknown): unknown => {
    if (!Array.isArray(written)) return written;
    const [kind, ...rest] = written as [string, ...unknown[]];
    const [first, second] = rest as [string, string];
    const pairs = rest as [unknown, unknown][];
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(first);
      case 'bigint':
        return BigInt(first);
      case 'list':
        return rest.map(read);
      case 'object':
        return Object.fromEntries(pairs.map(([key, item]) => [String(key), read(item)]));
      case 'map':
        return new Map(pairs.map(([key, item]) => [read(key), read(item)]));
      case 'set':
        return new Set(rest.map(read));
      case 'date':
        return new Date(Number(first));
      case 'error': {
        const error = new (errors[first] ?? Error)(second);
        if (error.name !== first) error.name = first;
        return error;
      }
      case 'buffer':
        return fromBase64(first).buffer;
      case 'view': {
        const View = viewTypes[first];
        if (View === undefined) throw new TypeError(`There is no ${first} here.`);
        return new View(fromBase64(second).buffer);
      }
      default:
        throw new TypeError(`What "${kind}" stands for is not known.`);
    }
  };

  return {
    encode: (value) => JSON.stringify(write(value)),
    decode: (text) => read(JSON.parse(text)),
  };
};
