import { unsigned, type Code, type ValueType } from './wasm-code.ts';

/** A parameter or a variable of a function. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

/** A function without a result, being written. */
export class WasmFunction {
  readonly name: string;
  readonly #parameters: ValueType[] = [];
  readonly #variables: ValueType[] = [];
  #body: Code = [];

  constructor(name: string) {
    this.name = name;
  }

  /** The next parameter; all of them before the first variable. */
  parameter(type: ValueType): Local {
    this.#parameters.push(type);
    return localAt(this.#parameters.length - 1);
  }

  variable(type: ValueType): Local {
    this.#variables.push(type);
    return localAt(this.#parameters.length + this.#variables.length - 1);
  }

  body(...statements: readonly Code[]): this {
    this.#body = statements.flat();
    return this;
  }

  get signature(): Code {
    return [0x60, ...listOf(this.#parameters.map((type) => [valueTypes[type]])), 0];
  }

  get code(): Code {
    const variables = listOf(this.#variables.map((type) => [1, valueTypes[type]]));
    return sized([...variables, ...this.#body, 0x0b]);
  }
}

const valueTypes = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const satisfies Record<
  ValueType,
  number
>;

const localAt = (index: number): Local => ({
  get: [0x20, ...unsigned(index)],
  set: (value) => [...value, 0x21, ...unsigned(index)],
});

const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes];

const listOf = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];

const section = (id: number, items: readonly Code[]): Code => [id, ...sized(listOf(items))];

const nameOf = (name: string): Code => sized([...Buffer.from(name, 'utf8')]);

/**
 * The bytes of a module that exports the functions, and the memory they work in as `memory`
 * (WebAssembly core specification, chapter 5).
 */
export const wasmModule = (
  functions: readonly WasmFunction[],
  memoryPages: number,
): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      1,
      functions.map(({ signature }) => signature),
    ),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(5, [[0, ...unsigned(memoryPages)]]),
    ...section(7, [
      ...functions.map(({ name }, index) => [...nameOf(name), 0, ...unsigned(index)]),
      [...nameOf('memory'), 2, 0],
    ]),
    ...section(
      10,
      functions.map(({ code }) => code),
    ),
  ]);
