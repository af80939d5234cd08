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
  const rows = new Map<number, number[]>();
  for (const row of rowsOf(table, people)) {
    const person = table.personOf[row] ?? -1;
    rows.set(person, [...(rows.get(person) ?? []), row]);
  }
  return [...rows.values()].map((own) => ({
    full: own.flatMap((row) => table.full[row] ?? []),
    chip: own.flatMap((row) => table.chip[row] ?? []),
  }));
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
