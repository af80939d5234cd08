import type { Training, TrainingPerson } from './method.ts';
import type { Split } from './disjoint-splits.ts';

/** Embedded photographs of some people; a photograph without a face on either side is not in it. */
export interface FaceTable {
  readonly full: readonly Float32Array[];
  /** The same photographs as chip photos. */
  readonly chip: readonly Float32Array[];
  readonly personOf: readonly number[];
  /** Which of all photographs each is. */
  readonly photographs: readonly number[];
}

/** Keeps the photographs that have a face on both sides. */
export const faceTable = (
  full: readonly (Float32Array | undefined)[],
  chip: readonly (Float32Array | undefined)[],
  personOf: ArrayLike<number>,
): FaceTable => {
  const rows = full.flatMap((face, index) => {
    const asChip = chip[index];
    const person = personOf[index];
    return face === undefined || asChip === undefined || person === undefined
      ? []
      : [{ face, asChip, person, index }];
  });
  return {
    full: rows.map(({ face }) => face),
    chip: rows.map(({ asChip }) => asChip),
    personOf: rows.map(({ person }) => person),
    photographs: rows.map(({ index }) => index),
  };
};

/** The photographs of some people. */
export const rowsOf = ({ personOf }: FaceTable, people: readonly number[]): readonly number[] => {
  const wanted = new Set(people);
  return personOf.flatMap((person, row) => (wanted.has(person) ? [row] : []));
};

/** The embeddings of the people a method is made from. */
export const trainingOf = (table: FaceTable, { made }: Split): Training => ({
  others: peopleOf(table, made.others),
  group: peopleOf(table, made.group),
});

const peopleOf = (table: FaceTable, people: readonly number[]): readonly TrainingPerson[] => {
  const rows = rowsByPerson(table);
  return people
    .toSorted((a, b) => a - b)
    .flatMap((person) => {
      const own = rows.get(person) ?? [];
      const full = own.flatMap((row) => table.full[row] ?? []);
      const chip = own.flatMap((row) => table.chip[row] ?? []);
      return own.length === 0 ? [] : [{ full, chip }];
    });
};

/** Which photographs each person has. */
export const rowsByPerson = ({ personOf }: FaceTable): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  personOf.forEach((person, row) => {
    const own = rows.get(person);
    if (own === undefined) rows.set(person, [row]);
    else own.push(row);
  });
  return rows;
};

/** The average of a face's embedding and its mirror image's, made unit length again. */
export const mirroredAverage = (
  plain: Float32Array | undefined,
  mirrored: Float32Array | undefined,
): Float32Array | undefined => {
  if (plain === undefined || mirrored === undefined) return undefined;
  const sum = plain.map((value, index) => value + (mirrored[index] ?? 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
};
