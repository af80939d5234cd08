import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPeopleFolder } from '../../../main/evaluate/people-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'people-'));
  for (const file of [
    'bo/2.PNG',
    'bo/1.jpg',
    'al/x.webp',
    'al/notes.txt',
    'cy/only.txt',
    'list.txt',
  ]) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), '');
  }
});
afterEach(() => rm(root, { recursive: true }));

describe('a folder of people', () => {
  it('gives photographs in a fixed order with a number for each person', async () => {
    const { people, paths, personOf } = await readPeopleFolder(root);
    expect(people).toBe(2);
    expect(paths.map((path) => relative(root, path))).toEqual([
      join('al', 'x.webp'),
      join('bo', '1.jpg'),
      join('bo', '2.PNG'),
    ]);
    expect([...personOf]).toEqual([0, 1, 1]);
  });

  it('can be narrowed to the people of a list', async () => {
    const { people, paths } = await readPeopleFolder(root, '# some\n bo \n');
    expect([people, paths.length]).toEqual([1, 2]);
  });

  it.each(['al\nzoe', 'al\ncy'])(
    'is refused when the list has someone without photographs, by line and not by name',
    async (only) => {
      await expect(readPeopleFolder(root, only)).rejects.toMatchObject({
        code: 'evaluate.people-line',
        data: { line: 2 },
        message: expect.not.stringMatching(/zoe|cy/) as string,
      });
    },
  );

  it('is refused when it is missing', async () => {
    await expect(readPeopleFolder(join(root, 'none'))).rejects.toMatchObject({
      code: 'evaluate.folder-unreadable',
      data: { reason: 'ENOENT' },
    });
  });
});
