import { badLine, type ListedPair, type ListLine } from './pairs-list.ts';

/** Whether a list starts as those of Labeled Faces in the Wild: `10 300`, or `1100` for one fold. */
export const isLfwHeader = (line: ListLine): boolean => /^\s*\d+(\s+\d+)?\s*$/.test(line.text);

/**
 * Reads the pairs format of Labeled Faces in the Wild. The header gives the number of folds and of
 * pairs of each kind in a fold; each fold has first the genuine lines `name i j`, then the impostor
 * lines `name i name j`. A photograph is `name/name_0001.jpg`, the number with four digits.
 *
 * @throws {EvaluateError} `evaluate.pairs-line`
 */
export const parseLfwPairs = (lines: readonly ListLine[]): readonly ListedPair[] => {
  const [header, ...body] = lines;
  if (header === undefined) return [];
  const numbers = header.text.trim().split(/\s+/).map(Number);
  const [folds, perFold] =
    numbers.length === 1 ? [1, numbers[0] ?? 0] : [numbers[0] ?? 0, numbers[1] ?? 0];
  const expected = folds * perFold * 2;
  const last = body.at(-1) ?? header;
  if (body.length !== expected) {
    const found = body.length;
    throw badLine(
      last,
      `the header promises ${expected} pairs, but there are ${found}`,
      `首行声明 ${expected} 个配对，实际有 ${found} 个`,
    );
  }
  return body.map((line, index) => {
    const isSame = index % (perFold * 2) < perFold;
    const pair = isSame ? genuine(line) : impostor(line);
    return folds === 1 ? pair : { ...pair, fold: Math.floor(index / (perFold * 2)) + 1 };
  });
};

const genuine = (line: ListLine): ListedPair => {
  const [name, first, second, ...rest] = line.text.trim().split(/\s+/);
  if (name === undefined || first === undefined || second === undefined || rest.length > 0) {
    throw badLine(line, 'a name and two numbers were expected', '此处应为一个姓名和两个编号');
  }
  return {
    isSame: true,
    source: photograph(line, name, first),
    target: photograph(line, name, second),
  };
};

const impostor = (line: ListLine): ListedPair => {
  const [name, first, other, second, ...rest] = line.text.trim().split(/\s+/);
  if (
    name === undefined ||
    first === undefined ||
    other === undefined ||
    second === undefined ||
    rest.length > 0
  ) {
    throw badLine(
      line,
      'two names, each with a number, were expected',
      '此处应为两个姓名，各带一个编号',
    );
  }
  return {
    isSame: false,
    source: photograph(line, name, first),
    target: photograph(line, other, second),
  };
};

const photograph = (line: ListLine, name: string, number: string): string => {
  if (!/^\d{1,4}$/.test(number)) {
    throw badLine(line, 'the number of a photograph was expected', '此处应为照片编号');
  }
  return `${name}/${name}_${number.padStart(4, '0')}.jpg`;
};
