import { describe, expect, it } from 'vitest';
import { centringSchema, createCentre } from '../../../main/compare/centring.ts';
import { findGroups } from '../../../main/evaluate/find-groups.ts';
import { unitLength } from '../../../main/evaluate/k-means.ts';
import { createRandom } from '../../../main/evaluate/random.ts';
import { cosineOf } from '../../../main/face/types.ts';
import { likenessOf } from './vectors.ts';

/** Faces that lean towards one of some directions, `photographs` of each person. */
const crowd = (people: number, photographs: number, lean: (person: number) => number) => {
  const embeddings: Float32Array[] = [];
  const personOf: number[] = [];
  for (let person = 0; person < people; person++)
    for (let photograph = 0; photograph < photographs; photograph++) {
      embeddings.push(likenessOf(person, photograph, lean(person)));
      personOf.push(person);
    }
  return { embeddings, personOf: Uint32Array.from(personOf) };
};

/** Faces of as many numbers as an embedding has, which have something in common. */
const wideCrowd = (people: number): readonly Float32Array[] => {
  const random = createRandom(7);
  return Array.from({ length: people }, () =>
    unitLength(Float64Array.from({ length: 192 }, (_, i) => random() - 0.5 + (i < 20 ? 0.4 : 0))),
  );
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

describe('groups', () => {
  // 40 people lean one way, 80 others one of two ways.
  const { embeddings, personOf } = crowd(120, 2, (person) => (person < 40 ? 0 : 1 + (person % 2)));
  const east = { name: 'east', people: range(0, 40) };

  it('are a named one, whole, and those of all others, of which nothing is taken off', () => {
    const found = findGroups(embeddings, personOf, { named: [east], clusters: 2 }, 1);
    expect(centringSchema.parse(found)).toEqual(found);
    expect(found.groups.map(({ name, share, people }) => [name, share, people])).toEqual([
      ['others-1', 0, 40],
      ['others-2', 0, 40],
      ['east', 1, 40],
    ]);
  });

  it('are taken off by a share where none is named', () => {
    const { groups } = findGroups(embeddings, personOf, { named: [], clusters: 2 }, 1);
    expect(groups.map(({ share }) => share)).toEqual([0.25, 0.25]);
  });

  it('make strangers of one of them less alike', () => {
    const centre = createCentre(
      findGroups(embeddings, personOf, { named: [east], clusters: 2 }, 1),
    );
    const [a, b] = [embeddings[0]!, embeddings[2]!];
    expect(cosineOf(centre(a), centre(b))).toBeLessThan(cosineOf(a, b) - 0.2);
  });

  it('count each person once, however many photographs there are', () => {
    const once = findGroups(embeddings, personOf, { named: [east], clusters: 1 }, 1);
    const repeated = [...embeddings, ...range(0, 50).map(() => embeddings[0]!)];
    const owners = Uint32Array.from([...personOf, ...range(0, 50).map(() => 0)]);
    const again = findGroups(repeated, owners, { named: [east], clusters: 1 }, 1);
    expect(again.groups.map(({ people }) => people)).toEqual(once.groups.map((g) => g.people));
    const [mean, other] = [once, again].map(({ groups }) => Float32Array.from(groups[1]!.mean));
    expect(cosineOf(mean!, other!) / Math.hypot(...mean!) / Math.hypot(...other!)).toBeGreaterThan(
      0.99,
    );
  });

  it('leave out photographs without a face', () => {
    const blind = embeddings.map((embedding, i) => (i === 0 || i === 1 ? undefined : embedding));
    const found = findGroups(blind, personOf, { named: [east], clusters: 1 }, 1);
    expect(found.groups.at(-1)?.people).toBe(39);
  });

  it('are fewer where some would be smaller than thirty people', () => {
    const found = findGroups(embeddings, personOf, { named: [east], clusters: 60 }, 1);
    for (const { people } of found.groups) expect(people).toBeGreaterThanOrEqual(30);
  });

  it('are no more than others have people for, however many are asked for', () => {
    const found = findGroups(embeddings, personOf, { named: [], clusters: 400 }, 1);
    expect(found.groups.length).toBeLessThanOrEqual(4);
    expect(found.recipe).toContain('in 4 clusters');
  });

  it('are the named ones alone where few others are left', () => {
    const most = { name: 'most', people: range(0, 95) };
    const found = findGroups(embeddings, personOf, { named: [most], clusters: 3 }, 1);
    expect(found.groups.map(({ name }) => name)).toEqual(['most']);
  });

  it.each([
    ['a named group', { named: [{ name: 'few', people: range(0, 29) }], clusters: 1 }, 'few', 29],
    [
      'one with people named twice',
      { named: [{ name: 'few', people: [...range(0, 29), 0] }], clusters: 1 },
      'few',
      29,
    ],
    ['everybody', { named: [], clusters: 1 }, 'others', 25],
  ])('are refused where %s has fewer than thirty people', (_, wanted, name, people) => {
    const few = name === 'others' ? embeddings.slice(0, 50) : embeddings;
    expect(() => findGroups(few, personOf, wanted, 1)).toThrow(
      expect.objectContaining({
        code: 'evaluate.group-too-small',
        data: { name, people, least: 30 },
      }),
    );
  });

  it.each([
    ['called as those that are found', [{ ...east, name: 'others-1' }], 'evaluate.group-name'],
    ['of one name', [east, { ...east, people: range(40, 80) }], 'evaluate.group-name'],
    [
      'with people in two',
      [east, { name: 'west', people: range(39, 80) }],
      'evaluate.groups-overlap',
    ],
  ])('are refused %s', (_, named, code) => {
    expect(() => findGroups(embeddings, personOf, { named, clusters: 1 }, 1)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('know none of their people: nobody draws the mean nearer than one of so many may', () => {
    const { groups } = findGroups(embeddings, personOf, { named: [east], clusters: 2 }, 1);
    for (const { largestPull, people, mean } of groups) {
      // Without this person it would be the mean of all others: theirs is one part in so many.
      expect(largestPull).toBeGreaterThan(0);
      expect(largestPull).toBeLessThan(1.2 / people / Math.hypot(...mean));
    }
  });

  it('show nobody where the same group is measured again without one of them', () => {
    const faces = wideCrowd(60);
    const meanOf = (people: number[]) => {
      const owners = Uint32Array.from(people, (_, index) => index);
      const wanted = { named: [{ name: 'all', people: [...owners] }], clusters: 1 };
      return findGroups(
        people.map((person) => faces[person]!),
        owners,
        wanted,
        1,
      ).groups[0]!.mean;
    };
    const all = meanOf(range(0, 60));
    const cosines = range(0, 60).map((person) => {
      const without = meanOf(range(0, 60).filter((other) => other !== person));
      const difference = unitLength(
        Float64Array.from(all, (value, i) => 60 * value - 59 * (without[i] ?? 0)),
      );
      return cosineOf(difference, faces[person]!);
    });
    // What is left is within what chance has between strangers, 0.07, around 0.27.
    expect(cosines.reduce((sum, value) => sum + value, 0) / 60).toBeLessThan(0.3);
    expect(Math.max(...cosines)).toBeLessThan(0.27 + 4 * 0.072);
  });

  it('are refused where one person shows through: people who have nothing else in common', () => {
    const scattered = crowd(30, 1, () => 0).embeddings.map((_, person) => {
      const face = new Float32Array(30);
      face[person] = 1;
      return face;
    });
    const wanted = { named: [{ name: 'strangers', people: range(0, 30) }], clusters: 0 };
    expect(() => findGroups(scattered, Uint32Array.from(range(0, 30)), wanted, 1)).toThrow(
      expect.objectContaining({ code: 'evaluate.group-shows-person' }),
    );
  });
});
