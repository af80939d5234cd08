import { badLine, type ListedPair, type ListLine } from './pairs-list.ts';

/**
 * Reads lines of `same<TAB>path<TAB>path`, or `fold<TAB>same<TAB>path<TAB>path` where there are folds.
 * `same` is 1 or 0, `fold` a whole number.
 *
 * @throws {EvaluateError} `evaluate.pairs-line`
 */
export const parseTsvPairs = (lines: readonly ListLine[]): readonly ListedPair[] => {
  const columns = lines[0]?.text.split('\t').length;
  return lines.map((line) => {
    const fields = line.text.split('\t').map((field) => field.trim());
    if (fields.length !== 3 && fields.length !== 4) {
      const found = fields.length;
      throw badLine(
        line,
        `3 or 4 fields separated by tabs were expected, but there are ${found}`,
        `应有 3 或 4 个以制表符分隔的字段，实际有 ${found} 个`,
      );
    }
    if (fields.length !== columns) {
      throw badLine(line, 'some lines have a fold and some have none', '部分行有折号而部分行没有');
    }
    const fold = fields.length === 4 ? foldOf(line, fields[0] ?? '') : undefined;
    const [same = '', source = '', target = ''] = fields.slice(-3);
    if (same !== '0' && same !== '1') {
      throw badLine(line, 'whether it is the same person must be 1 or 0', '是否同一人应为 1 或 0');
    }
    if (source === '' || target === '') throw badLine(line, 'a path is empty', '路径为空');
    return { isSame: same === '1', source, target, ...(fold !== undefined && { fold }) };
  });
};

const foldOf = (line: ListLine, text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw badLine(line, 'the fold must be a whole number', '折号应为整数');
};
