import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EvaluateError } from './evaluate-error.ts';
import { isLfwHeader, parseLfwPairs } from './lfw-pairs.ts';
import { linesOf, type PairsList } from './pairs-list.ts';
import { parseTsvPairs } from './tsv-pairs.ts';

/**
 * Reads the text of a pairs list; which of the two formats it is shows in its first line.
 *
 * @throws {EvaluateError} `evaluate.pairs-line` with the number of the line, `evaluate.no-pairs`
 */
export const parsePairs = (text: string): PairsList => {
  const lines = linesOf(text);
  const first = lines[0];
  const format = first !== undefined && isLfwHeader(first) ? 'lfw' : 'tsv';
  const pairs = format === 'lfw' ? parseLfwPairs(lines) : parseTsvPairs(lines);
  if (pairs.length === 0) throw new EvaluateError('evaluate.no-pairs');
  return { format, pairs };
};

/**
 * Reads a pairs list.
 *
 * @throws {EvaluateError} `evaluate.list-unreadable`, and those of {@link parsePairs}
 */
export const readPairsFile = async (path: string): Promise<PairsList> =>
  parsePairs(await readListFile(path));

/**
 * Reads a list as text.
 *
 * @throws {EvaluateError} `evaluate.list-unreadable`
 */
export const readListFile = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EvaluateError(
      'evaluate.list-unreadable',
      { file: basename(path), reason },
      { cause },
    );
  });
