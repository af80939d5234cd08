import { expect, it } from 'vitest';
import { createRandom } from '../../../main/evaluate/random.ts';
import { disjointSplits } from './disjoint-splits.ts';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
const splits = disjointSplits(
  { others: range(0, 21), group: range(100, 110) },
  { repeats: 3, random: createRandom(2) },
);

it('tries nothing on anybody it was made from', () => {
  for (const { made, held } of splits) {
    const makers = new Set([...made.others, ...made.group]);
    expect([...held.others, ...held.group].filter((person) => makers.has(person))).toEqual([]);
  }
});

it('holds each of the group once in every repeat, and uses the rest', () => {
  expect(splits).toHaveLength(12);
  for (const repeat of [0, 4, 8]) {
    const folds = splits.slice(repeat, repeat + 4);
    expect(folds.flatMap(({ held }) => held.group).sort()).toEqual(range(100, 110));
    for (const { made, held } of folds) expect(made.group.length + held.group.length).toBe(10);
  }
});

it('halves the others, at random', () => {
  const [first, , , , later] = splits;
  expect(first?.made.others).toHaveLength(10);
  expect(first?.held.others).toHaveLength(11);
  expect(later?.made.others).not.toEqual(first?.made.others);
});

it('holds each two of the group together at least once in five repeats', () => {
  const group = range(0, 47);
  const all = disjointSplits({ others: [], group }, { repeats: 5, random: createRandom(3) });
  const met = new Map<string, number>();
  for (const { held } of all)
    for (const a of held.group)
      for (const b of held.group) {
        const pair = `${Math.min(a, b)} ${Math.max(a, b)}`;
        if (a < b) met.set(pair, (met.get(pair) ?? 0) + 1);
      }
  expect(met.size).toBe((47 * 46) / 2);
  expect([...met.values()].filter((times) => times > 1)).toEqual(
    Array.from({ length: 46 }, () => 5),
  );
});
