import { describe, expect, it } from 'vitest';
import { parsePairs } from '../../../main/evaluate/pairs-file.ts';
import { peopleOfPairs } from '../../../main/evaluate/people-of-pairs.ts';

const peopleIn = (text: string): readonly [string, number, readonly number[]] => {
  const { knownBy, people, personOf } = peopleOfPairs(parsePairs(text));
  return [knownBy, people, [...personOf]];
};

describe('the people of a pairs list', () => {
  it('are told by folder where every pair agrees with it', () => {
    expect(peopleIn('1\ta/1\ta/2\n0\ta/3\tb/1\n0\tb/2\tc/1')).toEqual([
      'folder',
      3,
      [0, 0, 0, 1, 1, 2],
    ]);
  });

  it('are told by folder on Windows, too', () => {
    expect(peopleIn('1\ta\\1\ta\\2\n0\ta\\1\tb\\1')[0]).toBe('folder');
  });

  it.each([
    ['an impostor pair lies in one folder', '1\tall/1\tall/2\n0\tall/1\tall/3', 2, [0, 0, 1]],
    ['a genuine pair spans two', '1\tcards/1\tframes/1\n0\tcards/1\tframes/2', 2, [0, 0, 1]],
    ['photographs lie in no folder', '1\tp1\tp2\n0\tp1\tp3', 2, [0, 0, 1]],
    ['no genuine pair proves it', '0\tcards/1\tframes/2\n0\tcards/3\tframes/4', 4, [0, 1, 2, 3]],
  ])('are told by the genuine pairs alone where %s', (_name, text, people, personOf) => {
    expect(peopleIn(text)).toEqual(['pairs', people, personOf]);
  });

  it('are linked through any number of genuine pairs', () => {
    const chain = Array.from({ length: 5000 }, (_, i) => `1\tp${i + 1}\tp${i}`);
    expect(peopleIn([...chain, '0\tp0\tq'].join('\n')).slice(0, 2)).toEqual(['pairs', 2]);
  });

  it('have each photograph once', () => {
    const { paths } = peopleOfPairs(parsePairs('1\ta/1\ta/2\n0\ta/1\tb/1'));
    expect(paths).toEqual(['a/1', 'a/2', 'b/1']);
  });
});
