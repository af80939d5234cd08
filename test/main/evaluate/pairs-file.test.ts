import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvaluateError } from '../../../main/evaluate/evaluate-error.ts';
import { parsePairs, readPairsFile } from '../../../main/evaluate/pairs-file.ts';

const lineOfRefusal = (text: string): unknown => {
  try {
    parsePairs(text);
  } catch (error) {
    if (error instanceof EvaluateError) return [error.code, error.data['line']];
    throw error;
  }
  return 'accepted';
};

describe('a list of tab-separated pairs', () => {
  it('is read with or without folds', () => {
    expect(parsePairs('1\ta/1.jpg\ta/2.jpg\n0\ta/1.jpg\tb/1.jpg\n')).toEqual({
      format: 'tsv',
      pairs: [
        { isSame: true, source: 'a/1.jpg', target: 'a/2.jpg' },
        { isSame: false, source: 'a/1.jpg', target: 'b/1.jpg' },
      ],
    });
    expect(parsePairs('3\t1\ta/1.jpg\ta/2.jpg').pairs).toEqual([
      { isSame: true, source: 'a/1.jpg', target: 'a/2.jpg', fold: 3 },
    ]);
  });

  it('may have a byte order mark, Windows line ends, blank lines, comments and spaces in paths', () => {
    const text = '\uFEFF# pairs\r\n\r\n1\tmy photos/a 1.jpg\tmy photos/a 2.jpg\r\n';
    expect(parsePairs(text).pairs).toEqual([
      { isSame: true, source: 'my photos/a 1.jpg', target: 'my photos/a 2.jpg' },
    ]);
  });

  it.each([
    ['two fields', '1\ta.jpg\tb.jpg\n1\ta.jpg', 2],
    ['five fields', '1\t1\ta.jpg\tb.jpg\tc.jpg', 1],
    ['spaces for tabs', '1 a.jpg b.jpg', 1],
    ['a word for same', '1\ta.jpg\tb.jpg\n\nyes\ta.jpg\tb.jpg', 3],
    ['an empty path', '1\ta.jpg\t', 1],
    ['a fold that is no number', 'x\t1\ta.jpg\tb.jpg', 1],
    ['folds on some lines only', '1\ta.jpg\tb.jpg\n1\t1\ta.jpg\tb.jpg', 2],
  ])('is refused for %s, with the number of the line', (_name, text, line) => {
    expect(lineOfRefusal(text)).toEqual(['evaluate.pairs-line', line]);
  });

  it('is refused when it is empty', () => {
    expect(lineOfRefusal('\n# nothing\n')).toEqual(['evaluate.no-pairs', undefined]);
  });

  it('never repeats a line, which may name people, in an error', () => {
    expect(() => parsePairs('Zhang San\tphoto.jpg')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('Zhang') as string }),
    );
  });
});

describe('a list in the format of the LFW pairs', () => {
  const text = ['2\t1', 'Ann\t1\t4', 'Ann\t1\tBob\t12', 'Bob\t3\t4', 'Cy_Lee\t1234\tAnn\t2'].join(
    '\n',
  );

  it('is told by its first line and read fold by fold', () => {
    expect(parsePairs(text)).toEqual({
      format: 'lfw',
      pairs: [
        { isSame: true, source: 'Ann/Ann_0001.jpg', target: 'Ann/Ann_0004.jpg', fold: 1 },
        { isSame: false, source: 'Ann/Ann_0001.jpg', target: 'Bob/Bob_0012.jpg', fold: 1 },
        { isSame: true, source: 'Bob/Bob_0003.jpg', target: 'Bob/Bob_0004.jpg', fold: 2 },
        { isSame: false, source: 'Cy_Lee/Cy_Lee_1234.jpg', target: 'Ann/Ann_0002.jpg', fold: 2 },
      ],
    });
  });

  it('has no folds when its header is one number', () => {
    const { pairs } = parsePairs('1\nAnn\t1\t4\nAnn\t1\tBob\t2');
    expect(pairs.map(({ isSame, fold }) => [isSame, fold])).toEqual([
      [true, undefined],
      [false, undefined],
    ]);
  });

  it.each([
    ['fewer pairs than its header says', '2 1\nAnn 1 4\nAnn 1 Bob 2', 3],
    ['more pairs than its header says', '1 1\nAnn 1 4\nAnn 1 Bob 2\nBob 1 2', 4],
    ['an impostor where a genuine pair should be', '1 1\nAnn 1 Bob 2\nAnn 1 Bob 2', 2],
    ['a genuine pair where an impostor should be', '1 1\nAnn 1 4\nAnn 1 4', 3],
    ['a photograph that is no number', '1 1\nAnn 1 x\nAnn 1 Bob 2', 2],
    ['a photograph with five digits', '1 1\nAnn 1 12345\nAnn 1 Bob 2', 2],
  ])('is refused for %s, with the number of the line', (_name, wrong, line) => {
    expect(lineOfRefusal(wrong)).toEqual(['evaluate.pairs-line', line]);
  });

  it('is refused when it promises nothing', () => {
    expect(lineOfRefusal('10 0')).toEqual(['evaluate.no-pairs', undefined]);
  });
});

describe('any text', () => {
  it('is a list or one clear refusal', () => {
    const word = fc.constantFrom('1', '0', '2', '300', 'a/b.jpg', 'Ann', '', ' ', '#');
    const line = fc.tuple(fc.array(word, { maxLength: 5 }), fc.constantFrom('\t', ' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.map(([words, separator]) => words.join(separator)).join('\n');
        try {
          expect(parsePairs(text).pairs.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(EvaluateError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a list file', () => {
  it('is read from disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pairs-'));
    const file = join(folder, 'pairs.tsv');
    await writeFile(file, '1\ta.jpg\tb.jpg\n');
    expect((await readPairsFile(file)).pairs).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it('is named when it is missing', async () => {
    await expect(readPairsFile('/nowhere/pairs.tsv')).rejects.toMatchObject({
      code: 'evaluate.list-unreadable',
      data: { file: 'pairs.tsv' },
    });
  });
});
