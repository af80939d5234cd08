import { rowCosine, toMatrix } from '../../../main/evaluate/embedding-matrix.ts';
import type { FaceTable } from './face-table.ts';
import type { Projection } from './method.ts';
import { ScoreHistogram } from './score-histogram.ts';

/** Whether the one side of a comparison is a chip photo. */
export type Condition = 'full' | 'chip';

/** The scores of everybody with everybody. */
export interface Scored {
  /** Impostors: each two photographs weigh the same. */
  readonly byPhotographs: ScoreHistogram;
  /** Impostors: each two people weigh the same, however many photographs they have. */
  readonly byPeople: ScoreHistogram;
  readonly genuine: ScoreHistogram;
}

/** For those who want each comparison. */
export interface OnComparison {
  impostor(score: number, first: number, second: number, weight: number): void;
  genuine(score: number, person: number): void;
  /** How often a comparison of two people counts. Default: once. */
  readonly times?: (first: number, second: number) => number;
}

/**
 * Compares some photographs, each with each: full with full, or each chip photo with all others in full.
 * No photograph meets itself.
 */
export const scoreFaces = (
  table: FaceTable,
  rows: readonly number[],
  condition: Condition,
  project: Projection,
  onComparison?: OnComparison,
): Scored => {
  const withChip = condition === 'chip';
  const embeddings = withChip ? table.chip : table.full;
  const left = toMatrix(
    rows.map((row) => project(embeddings[row]!, withChip ? 'IDPic' : 'FacePic').left),
  );
  const right = toMatrix(rows.map((row) => project(table.full[row]!, 'FacePic').right));
  const people = rows.map((row) => table.personOf[row] ?? -1);
  const shares = sharesOf(people);
  const scored = {
    byPhotographs: new ScoreHistogram(),
    byPeople: new ScoreHistogram(),
    genuine: new ScoreHistogram(),
  };
  people.forEach((person, i) => {
    for (let j = withChip ? 0 : i + 1; j < people.length; j++) {
      if (i === j) continue;
      const other = people[j] ?? -1;
      const score = rowCosine(left, i, right, j);
      if (person === other) {
        scored.genuine.add(score, 1);
        onComparison?.genuine(score, person);
      } else {
        const times = onComparison?.times?.(person, other) ?? 1;
        const weight = (shares[i] ?? 0) * (shares[j] ?? 0) * times;
        scored.byPhotographs.add(score, times);
        scored.byPeople.add(score, weight);
        onComparison?.impostor(score, person, other, weight);
      }
    }
  });
  return scored;
};

/** Of each photograph, one part in as many as its person has. */
const sharesOf = (people: readonly number[]): readonly number[] => {
  const counts = new Map<number, number>();
  for (const person of people) counts.set(person, (counts.get(person) ?? 0) + 1);
  return people.map((person) => 1 / (counts.get(person) ?? 1));
};
