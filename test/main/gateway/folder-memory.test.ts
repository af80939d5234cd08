import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FolderMemory } from '../../../main/gateway/folder-memory.ts';

const rate = { requests: 2, seconds: 600 };
const minute = 60_000;
const begin = Date.parse('2026-11-20T23:26:59Z');

let folder: string;
let now: number;
let open: FolderMemory[];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'witness-memory-')), 'seen');
  now = begin;
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((memory) => memory.close()));
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const openMemory = async (): Promise<FolderMemory> => {
  const memory = await FolderMemory.open(folder, rate, () => new Date(now));
  open.push(memory);
  return memory;
};

describe('a mark', () => {
  test('is new once', async () => {
    const memory = await openMemory();
    const until = begin + 20 * minute;
    expect(await memory.remember('one', until)).toBe(true);
    expect(await memory.remember('one', until)).toBe(false);
    expect(await memory.remember('two', until)).toBe(true);
  });

  test('is new once for as many as ask at the same time, in whichever program', async () => {
    const memories = await Promise.all(Array.from({ length: 4 }, openMemory));
    const asked = memories.flatMap((memory) =>
      Array.from({ length: 10 }, () => memory.remember('one', begin + 20 * minute)),
    );
    expect((await Promise.all(asked)).filter((isNew) => isNew)).toHaveLength(1);
  });

  test('is remembered by the next program', async () => {
    const memory = await openMemory();
    await memory.remember('one', begin + 20 * minute);
    await memory.close();
    now += 19 * minute;
    expect(await (await openMemory()).remember('one', begin + 20 * minute)).toBe(false);
  });

  test('is not new with another end', async () => {
    const memory = await openMemory();
    await memory.remember('one', begin + 20 * minute);
    expect(await memory.remember('one', begin + 35 * minute)).toBe(false);
  });

  test('is forgotten after its end, and leaves nothing behind', async () => {
    const memory = await openMemory();
    await memory.remember('one', begin + 20 * minute);
    now = begin + 19 * minute;
    await memory.forget();
    expect(await memory.remember('one', begin + 20 * minute)).toBe(false);
    now = begin + 31 * minute;
    await memory.forget();
    expect(await readdir(folder)).toEqual([]);
  });

  test('may be of any length and hold anything', async () => {
    const memory = await openMemory();
    for (const mark of ['', '../..', '\0', '/', 'a'.repeat(100_000), '图']) {
      expect(await memory.remember(mark, begin + minute)).toBe(true);
      expect(await memory.remember(mark, begin + minute)).toBe(false);
    }
  });
});

describe('a rate', () => {
  test('is each caller’s own', async () => {
    const memory = await openMemory();
    expect([await memory.count('one'), await memory.count('one')]).toEqual([0, 0]);
    const wait = await memory.count('one');
    expect(wait > 0 && wait <= 600_000).toBe(true);
    expect(await memory.count('two')).toBe(0);
  });
});

describe('a memory that cannot remember', () => {
  test('is not opened', async () => {
    await writeFile(folder, 'a file where the folder should be');
    await expect(openMemory()).rejects.toMatchObject({ code: 'gateway.memory-unusable' });
  });

  test('says so, and never that something is new', async () => {
    const memory = await openMemory();
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
    const unusable = { code: 'gateway.memory-unusable' };
    await expect(memory.remember('one', begin + minute)).rejects.toMatchObject(unusable);
    await expect(memory.check()).rejects.toMatchObject(unusable);
  });
});
