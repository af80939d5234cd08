import type { Comparisons, Embeddings, GenuineComparisons } from './comparisons.ts';
import { rowCosine, toMatrix, type EmbeddingMatrix } from './embedding-matrix.ts';
import { TopScores } from './top-scores.ts';

/** Photographs to compare each with each. */
export interface CompareAllInput {
  /** Embeddings by photograph, for the one and for the other side of a comparison. */
  readonly rows: Embeddings;
  /** Default: `rows`. Then each pair is compared once, not in both directions. */
  readonly columns?: Embeddings;
  /** Which photographs take part on each side. Default: all. */
  readonly rowPhotographs?: readonly number[];
  readonly columnPhotographs?: readonly number[];
  readonly personOf: Uint32Array;
  readonly people: number;
  /** The largest FAR a threshold will be wanted for: how many impostor scores must be kept. */
  readonly largestFar: number;
  /** Impostor scores from here on are kept in any case. */
  readonly keepFrom?: number;
  /** Called now and then with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Compares every photograph of one side with every other of the other side: those of different people
 * are the impostors, different photographs of one person the genuine ones. A photograph is never
 * compared with itself, nor its chip photo with it.
 *
 * Of the impostor scores only the highest are kept: five times the share of the largest FAR, and all
 * of up to two million. Five times, because resampling people shifts weight among scores.
 */
export const compareAll = (input: CompareAllInput): Comparisons => {
  const { rows, columns = rows, personOf, people } = input;
  const isOneSided = input.columns === undefined;
  const all = rows.map((_, photograph) => photograph);
  const { rowPhotographs = all, columnPhotographs = isOneSided ? rowPhotographs : all } = input;
  const rowsPerPerson = countPerPerson(rows, rowPhotographs, personOf, people);
  const columnsPerPerson = countPerPerson(columns, columnPhotographs, personOf, people);
  const totalWeight = (weights: Float64Array): number =>
    crossWeight(weights, rowsPerPerson, columnsPerPerson) / (isOneSided ? 2 : 1);
  const count = totalWeight(new Float64Array(people).fill(1));

  const wanted = Math.max(2_000_000, Math.ceil(count * input.largestFar * 5));
  const top = new TopScores(Math.min(count, wanted), input.keepFrom);
  const genuine = new GenuineCollector();
  const a = toMatrix(rows);
  const b = isOneSided ? a : toMatrix(columns);
  const sides: Sides = { a, b, rows, columns, personOf };
  for (const [done, row] of rowPhotographs.entries()) {
    // One-sided, the photographs before this one have met it already.
    compareRow(sides, row, columnPhotographs, isOneSided ? done + 1 : 0, { top, genuine });
    if (done % 64 === 0) input.onProgress?.((done + 1) / rowPhotographs.length);
  }
  return {
    people,
    impostors: {
      ...top.ranked(),
      count,
      totalWeight,
      countBetween: countBetween(isOneSided, rowsPerPerson, columnsPerPerson),
      pairWeight: (weights) => pairWeight(weights, rowsPerPerson, columnsPerPerson),
    },
    genuine: genuine.finish(),
  };
};

interface Sides {
  readonly a: EmbeddingMatrix;
  readonly b: EmbeddingMatrix;
  readonly rows: Embeddings;
  readonly columns: Embeddings;
  readonly personOf: Uint32Array;
}

interface Collectors {
  readonly top: TopScores;
  readonly genuine: GenuineCollector;
}

const compareRow = (
  { a, b, rows, columns, personOf }: Sides,
  row: number,
  others: readonly number[],
  from: number,
  { top, genuine }: Collectors,
): void => {
  const person = personOf[row] ?? 0;
  const hasFace = rows[row] !== undefined;
  for (let i = from; i < others.length; i++) {
    const other = others[i] ?? row;
    if (other === row) continue;
    const otherPerson = personOf[other] ?? 0;
    const isScored = hasFace && columns[other] !== undefined;
    if (person === otherPerson) {
      genuine.add(isScored ? rowCosine(a, row, b, other) : -Infinity, person);
    } else if (isScored) {
      top.add(rowCosine(a, row, b, other), person, otherPerson);
    }
  }
};

class GenuineCollector {
  readonly #scores: number[] = [];
  readonly #people: number[] = [];

  add(score: number, person: number): void {
    this.#scores.push(score);
    this.#people.push(person);
  }

  finish(): GenuineComparisons {
    return { scores: Float32Array.from(this.#scores), personOf: Uint32Array.from(this.#people) };
  }
}

/** How many faces each person has on one side. */
const countPerPerson = (
  embeddings: Embeddings,
  photographs: readonly number[],
  personOf: Uint32Array,
  people: number,
): Float64Array => {
  const counts = new Float64Array(people);
  for (const photograph of photographs) {
    const person = personOf[photograph] ?? 0;
    if (embeddings[photograph] !== undefined) counts[person] = (counts[person] ?? 0) + 1;
  }
  return counts;
};

/** Σ over people i ≠ j of wᵢ·rᵢ · wⱼ·cⱼ, without going through the pairs. */
const crossWeight = (weights: Float64Array, rows: Float64Array, columns: Float64Array): number => {
  let [rowSum, columnSum, own] = [0, 0, 0];
  weights.forEach((weight, person) => {
    const row = weight * (rows[person] ?? 0);
    const column = weight * (columns[person] ?? 0);
    rowSum += row;
    columnSum += column;
    own += row * column;
  });
  return rowSum * columnSum - own;
};

const countBetween =
  (isOneSided: boolean, rows: Float64Array, columns: Float64Array) =>
  (first: number, second: number): number => {
    const there = (rows[first] ?? 0) * (columns[second] ?? 0);
    return isOneSided ? there : there + (rows[second] ?? 0) * (columns[first] ?? 0);
  };

/**
 * Σ over pairs of people of wᵢ · wⱼ, of those where one has a face among the rows and the other among the
 * columns, without going through the pairs.
 */
const pairWeight = (weights: Float64Array, rows: Float64Array, columns: Float64Array): number => {
  // People with faces on both sides, among the rows only and among the columns only.
  let [both, rowsOnly, columnsOnly, own] = [0, 0, 0, 0];
  weights.forEach((weight, person) => {
    const [isRow, isColumn] = [(rows[person] ?? 0) > 0, (columns[person] ?? 0) > 0];
    if (isRow && isColumn) {
      both += weight;
      own += weight * weight;
    } else if (isRow) rowsOnly += weight;
    else if (isColumn) columnsOnly += weight;
  });
  return (both * both - own) / 2 + both * (rowsOnly + columnsOnly) + rowsOnly * columnsOnly;
};
