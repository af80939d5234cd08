import { expect, it } from 'vitest';
import { createRandom, type Random } from '../../../main/evaluate/random.ts';
import { plainCosine } from './all-methods.ts';
import { centring } from './centring-methods.ts';
import { disjointSplits } from './disjoint-splits.ts';
import { faceTable } from './face-table.ts';
import { measureMethod } from './measure-method.ts';
import { nearnessShift } from './nearness-shift.ts';
import type { Method } from './method.ts';

const size = 24;

const unit = (vector: Float32Array): Float32Array => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

/** Sixty people without anything in common, and forty who share a direction; two photographs of each. */
const drawnTable = (random: Random): ReturnType<typeof faceTable> => {
  const noise = (scale: number): number => (random() + random() + random() - 1.5) * scale;
  const faces = Array.from({ length: 100 }, (_, person) => {
    const own = unit(Float32Array.from({ length: size }, () => noise(1)));
    if (person >= 60) own[0] = (own[0] ?? 0) + 1;
    return [0, 1].map(() => unit(own.map((value) => value + noise(0.1))));
  });
  const all = faces.flat();
  return faceTable(
    all,
    all,
    all.map((_, index) => Math.floor(index / 2)),
  );
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

const table = drawnTable(createRandom(3));
const splits = disjointSplits(
  { others: range(0, 60), group: range(60, 100) },
  { repeats: 1, random: createRandom(1) },
);
const measure = (method: Method): ReturnType<typeof measureMethod> =>
  measureMethod(method, { table, splits, condition: 'full', most: 1000, seed: 1 });

it('shows that a threshold fitted on the others does not hold for a group with something in common', () => {
  const { group } = measure(plainCosine);
  expect(group.byPeople[0]).toBeGreaterThan(10);
  expect(group.interval?.[0]?.[0]).toBeGreaterThan(5);
});

it('shows that centring and shifting the threshold make it hold', () => {
  const chosen = centring('', { clusters: 3, share: 0.25, groupShare: 1 });
  for (const method of [chosen, nearnessShift('', 3)]) {
    const { group, mix } = measure(method);
    expect(group.byPeople[0]).toBeLessThan(6);
    expect(mix.byPeople[0]).toBeLessThan(6);
    expect(group.tar[0]).toBeGreaterThan(0.9);
  }
});

it('weighs people alike, or photographs alike, which is the same where all have as many', () => {
  const { group } = measure(plainCosine);
  expect(group.byPeople[0]).toBeCloseTo(group.byPhotographs[0]!, 6);
});

it('counts two people of the group once, however often they are held together', () => {
  const axis = (at: number): Float32Array =>
    Float32Array.from({ length: 30 }, (_, i) => Number(i === at));
  // Twenty others, two of the group who look the same, and two who do not.
  const faces = [...range(0, 20).map(axis), axis(20), axis(20), axis(21), axis(22)];
  const people = faceTable(faces, faces, [...faces.keys()]);
  const others = { made: range(0, 10), held: range(10, 20) };
  const hold = (held: number[], made: number[]) => ({
    made: { others: others.made, group: made },
    held: { others: others.held, group: held },
  });
  const alike = hold([20, 21], [22, 23]);
  const { group } = measureMethod(plainCosine, {
    table: people,
    splits: [alike, alike, alike, hold([22, 23], [20, 21])],
    condition: 'full',
    most: 100,
    seed: 1,
  });
  // One of two pairs of people passes.
  expect(group.byPeople[0]).toBeCloseTo(0.5 / 0.01);
  expect(group.byPhotographs[0]).toBeCloseTo(0.5 / 0.01);
});
