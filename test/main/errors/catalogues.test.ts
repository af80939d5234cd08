import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ErrorCatalogue, ErrorEntry, Sentence } from '../../../main/errors/witness-error.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Every source file that defines errors, so that no catalogue is forgotten here. */
const errorFiles = ['main', 'native-bridge', 'models']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  )
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    return (
      source.includes('extends WitnessError<') || source.includes('new WitnessError(unexpected')
    );
  })
  .sort();

/** The catalogue each of these files exports. */
const catalogues = new Map<string, ErrorCatalogue>();
for (const file of errorFiles) {
  const exported = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
  const names = Object.keys(exported).filter((name) => name.endsWith('Catalogue'));
  for (const name of names) catalogues.set(`${file} ${name}`, exported[name] as ErrorCatalogue);
  if (names.length === 0) throw new Error(`${file} exports no catalogue`);
}

/** What goes over the wire as a vendor's own pages print it, letter for letter: not ours to word. */
const isVendors = (name: string): boolean =>
  /main[\\/]gateway[\\/](cloudauth|tencent)-refusal/.test(name);

const entries = [...catalogues.values()].flatMap((catalogue) => Object.entries(catalogue));
const ours = [...catalogues]
  .filter(([name]) => !isVendors(name))
  .flatMap(([, catalogue]) => Object.entries(catalogue));
const sentences = [
  ...ours.map(([code, { what }]) => [code, 'what', what] as const),
  ...entries.map(([code, { todo }]) => [code, 'todo', todo] as const),
];

/** The facts a sentence holds. `{reasonZh}` is the fact `{reason}` in Chinese. */
const factsOf = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].map((fact) => fact.replace('Zh}', '}')).sort();
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

describe('the errors of the product', () => {
  test('are found in every room that throws its own', () => {
    const rooms = errorFiles.map((file) => file.split(/[\\/]/).slice(0, -1).join('/'));
    for (const room of [
      'main/card',
      'main/face',
      'main/engine',
      'main/compare',
      'main/errors',
      'models',
    ])
      expect(rooms).toContain(room);
    expect(entries.length).toBeGreaterThan(80);
  });

  test('have a code each, and no two the same', () => {
    const codes = entries.map(([code]) => code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });

  test('have a code of room and fault, but for those of the CompareFaces contract and of a service', () => {
    const isOurs = (code: string): boolean =>
      /^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/.test(code);
    const isContract = (code: string): boolean => /^(Error|InvalidParam)\.[A-Za-z]+$/.test(code);
    // Numbers of a service's own, after the service's name.
    const isService = (code: string): boolean => /^cloud\.[a-z]+\.(-?\d+|[a-z-]+)$/.test(code);
    const odd = ours
      .map(([code]) => code)
      .filter((code) => !isOurs(code) && !isContract(code) && !isService(code));
    expect(odd).toEqual([]);
  });

  test.each(entries)('%s says what happened and what to do', (_, { what, todo }: ErrorEntry) => {
    for (const { en, zh } of [what, todo]) {
      expect(en.trim()).not.toBe('');
      expect(en).toBe(en.trim());
      expect(zh).toBe(zh.trim());
      expect(hasHan(en)).toBe(false);
      expect(hasHan(zh)).toBe(true);
    }
    expect(what.en).not.toBe(todo.en);
    expect(what.zh).not.toBe(todo.zh);
  });

  test.each(sentences)('%s, %s: ends as a sentence does', (_, __, { en, zh }: Sentence) => {
    // What another program said may stand at the end as it is.
    expect(en).toMatch(/[.!?]$|: \{\w+\}$/);
    expect(zh).toMatch(/[。！？]$|：\{\w+\}$/);
  });

  test.each(sentences)(
    '%s, %s: has the same facts in both languages',
    (_, __, { en, zh }: Sentence) => {
      expect(factsOf(zh)).toEqual(factsOf(en));
    },
  );

  test.each(sentences)('%s, %s: has Chinese punctuation in Chinese', (_, __, { zh }: Sentence) => {
    expect(zh).not.toMatch(/\p{Script=Han}[,;:!?()]|[,;!?]\p{Script=Han}/u);
  });

  test.each(sentences)('%s, %s: has no loose braces', (_, __, { en, zh }: Sentence) => {
    for (const text of [en, zh]) expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });
});
