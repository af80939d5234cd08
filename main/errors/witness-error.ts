/** A text in the two languages of the station. */
export interface Sentence {
  readonly en: string;
  readonly zh: string;
}

/** Facts about one occurrence of an error. They must never hold a name, a number, an address or an image. */
export type ErrorData = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[]>
>;

/** What a code means to a person. `{name}` in a sentence is filled from the error's data. */
export interface ErrorEntry {
  /** What happened. */
  readonly what: Sentence;
  /** What the operator should do now. */
  readonly todo: Sentence;
}

/** Every error of one room: code → entry. */
export type ErrorCatalogue<Code extends string = string> = Readonly<Record<Code, ErrorEntry>>;

/** An error as it crosses a process, a window or standard output. */
export interface ErrorDocument {
  readonly code: string;
  readonly message: string;
  readonly messageZh: string;
  readonly data: ErrorData;
}

/**
 * The one base of every error this product throws on purpose.
 *
 * Each room extends it with its own catalogue, so a code can be thrown only with a sentence to show.
 * `message` is the English sentence; {@link WitnessError.sentence} has both languages.
 *
 * @example
 * ```ts
 * throw new ReaderError('reader.port-busy', { port: '/dev/ttyUSB0' }, { cause });
 * ```
 */
export class WitnessError<Code extends string = string> extends Error {
  override readonly name: string = 'WitnessError';
  readonly code: Code;
  readonly data: ErrorData;
  readonly sentence: Sentence;

  /** @param says - the catalogue's entry, or the sentence itself where it is already filled in. */
  constructor(
    says: ErrorEntry | Sentence,
    code: Code,
    data: ErrorData = {},
    options?: { readonly cause?: unknown },
  ) {
    const sentence = 'what' in says ? sentenceOf(says, data) : says;
    super(sentence.en, options);
    this.code = code;
    this.data = data;
    this.sentence = sentence;
  }

  /** The error as plain data, for `--json`, IPC and child processes. The cause stays behind. */
  toJSON(): ErrorDocument {
    return {
      code: this.code,
      message: this.sentence.en,
      messageZh: this.sentence.zh,
      data: this.data,
    };
  }
}

/** Whether a caught value is one of this product's own errors. */
export const isWitnessError = (value: unknown): value is WitnessError =>
  value instanceof WitnessError;

const sentenceOf = ({ what, todo }: ErrorEntry, data: ErrorData): Sentence => ({
  en: fill(`${what.en} ${todo.en}`, data),
  zh: fill(`${what.zh}${todo.zh}`, data),
});

const fill = (template: string, data: ErrorData): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = data[key];
    if (value === undefined) return placeholder;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
