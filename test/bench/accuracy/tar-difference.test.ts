import { expect, it } from 'vitest';
import type { SideResult } from './measure-method.ts';
import { tarDifference } from './tar-difference.ts';

const side = (people: readonly (readonly number[])[]): SideResult => ({
  byPhotographs: [],
  byPeople: [],
  tar: [],
  tarAtEqualFar: [],
  genuineAtEqualFar: new Map(people.map((counts, person) => [person, counts])),
});
/** Forty people of ten comparisons, of which so many pass. */
const crowd = (passing: (person: number) => number): SideResult =>
  side(Array.from({ length: 40 }, (_, person) => [10, passing(person)]));

it('is none, surely, of a method and itself', () => {
  const one = crowd((person) => person % 10);
  expect(tarDifference(one, one, 1)).toEqual([{ value: 0, interval95: [0, 0] }]);
});

it('is as sure as the people are alike in it, whatever else tells them apart', () => {
  const one = crowd((person) => person % 10);
  const [same] = tarDifference(
    crowd((person) => (person % 10) + 1),
    one,
    1,
  );
  expect(same?.value).toBeCloseTo(0.1);
  expect(same?.interval95[0]).toBeCloseTo(0.1);
  const [few] = tarDifference(
    crowd((person) => (person % 10) + (person === 3 ? 4 : 0)),
    one,
    1,
  );
  expect(few?.value).toBeCloseTo(0.01);
  expect(few?.interval95[0]).toBe(0);
  expect(few?.interval95[1]).toBeGreaterThan(0.02);
});
