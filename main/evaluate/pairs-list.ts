import { EvaluateError } from './evaluate-error.ts';

/** Two photographs to compare. */
export interface ListedPair {
  readonly isSame: boolean;
  /** Paths below the root the list is used with, with `/`. */
  readonly source: string;
  readonly target: string;
  /** Number of the fold; undefined where the list has none. */
  readonly fold?: number;
}

/** A list of pairs. */
export interface PairsList {
  readonly format: 'tsv' | 'lfw';
  readonly pairs: readonly ListedPair[];
}

/** A line of a list that says something, with its number in the file. */
export interface ListLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a text file, without blank ones and comments (`#`). */
export const linesOf = (text: string): readonly ListLine[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '' && !line.text.startsWith('#'));

/** A line that is not as the format has it. The line itself is not repeated: it may name people. */
export const badLine = (line: ListLine, reason: string, reasonZh: string): EvaluateError =>
  new EvaluateError('evaluate.pairs-line', { line: line.number, reason, reasonZh });
