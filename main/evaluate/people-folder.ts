import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EvaluateError } from './evaluate-error.ts';
import { linesOf } from './pairs-list.ts';

/** The photographs of some people. People are numbers: who they are is of no interest here. */
export interface PeoplePhotographs {
  readonly people: number;
  /** Whole paths, in a fixed order. */
  readonly paths: readonly string[];
  /** Person of each photograph, 0 to `people` − 1. */
  readonly personOf: Uint32Array;
}

/** Finds the people of a list by the names of their folders. */
export interface PeopleFolder extends PeoplePhotographs {
  /**
   * The numbers of the people named in a list, one name a line.
   *
   * @throws {EvaluateError} `evaluate.people-line`
   */
  numbersOf(list: string): readonly number[];
}

/**
 * Reads a folder that has one folder of photographs (JPEG, PNG, WebP, BMP) for each person. People
 * and photographs come in the order of their names' bytes, so a measurement can be repeated anywhere.
 *
 * @param only - text of a list of folder names, one a line: the people to use. Default: all.
 * @throws {EvaluateError} `evaluate.folder-unreadable`, `evaluate.people-line`
 */
export const readPeopleFolder = async (root: string, only?: string): Promise<PeopleFolder> => {
  const folders = await entriesOf(root);
  const photographs = new Map<string, readonly string[]>();
  for (const folder of chosenFolders(folders, only)) {
    if (!folder.isDirectory()) continue;
    const files = (await entriesOf(join(root, folder.name)))
      .filter((entry) => !entry.isDirectory() && /\.(jpe?g|png|webp|bmp)$/i.test(entry.name))
      .map((entry) => join(root, folder.name, entry.name));
    if (files.length > 0) photographs.set(folder.name, files);
  }
  if (only !== undefined) assertAllFound(only, photographs);
  const perPerson = [...photographs.values()];
  const numbers = new Map([...photographs.keys()].map((name, person) => [name, person]));
  return {
    numbersOf: (list) => {
      assertAllFound(list, numbers);
      return linesOf(list).map(({ text }) => numbers.get(text.trim()) ?? 0);
    },
    people: perPerson.length,
    paths: perPerson.flat(),
    personOf: Uint32Array.from(perPerson.flatMap((files, person) => files.map(() => person))),
  };
};

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
}

const entriesOf = async (folder: string): Promise<readonly Entry[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new EvaluateError('evaluate.folder-unreadable', { reason }, { cause });
  });
  return entries.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
};

const chosenFolders = (folders: readonly Entry[], only: string | undefined): readonly Entry[] => {
  if (only === undefined) return folders;
  const names = new Set(linesOf(only).map((line) => line.text.trim()));
  return folders.filter((folder) => names.has(folder.name));
};

/** A name that matches nobody is an error: the table would rest on fewer people than it seems. */
const assertAllFound = (only: string, found: ReadonlyMap<string, unknown>): void => {
  const missing = linesOf(only).find((line) => !found.has(line.text.trim()));
  if (missing !== undefined) {
    throw new EvaluateError('evaluate.people-line', { line: missing.number });
  }
};
