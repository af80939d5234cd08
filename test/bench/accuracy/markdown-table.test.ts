import { expect, it } from 'vitest';
import { markdownTable } from './markdown-table.ts';

it('aligns its columns', () => {
  expect(markdownTable(['A', 'Long head'], [['wide cell', '1']])).toBe(
    ['| A         | Long head |', '| --------- | --------- |', '| wide cell | 1         |'].join(
      '\n',
    ),
  );
});
