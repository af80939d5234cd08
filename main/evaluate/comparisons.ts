import type { RankedScores } from './top-scores.ts';

/** Comparisons of different people. One without a face on both sides did not take place. */
export interface ImpostorComparisons extends RankedScores {
  /** How many took place; the ranked scores may be only the highest of them. */
  readonly count: number;
  /**
   * The weight of all comparisons when each person i counts wᵢ times: the sum of wᵢ · wⱼ.
   * With all weights 1 it is `count`.
   */
  totalWeight(weights: Float64Array): number;
  /** How many comparisons two people have with each other. */
  countBetween(first: number, second: number): number;
  /**
   * The weight of all pairs of people who were compared: the sum of wᵢ · wⱼ over them, each pair once,
   * however many photographs they have.
   */
  pairWeight(weights: Float64Array): number;
}

/** Comparisons of two photographs of one person. */
export interface GenuineComparisons {
  /** Cosines; −∞ where a face was not found, since that person is turned away at any threshold. */
  readonly scores: Float32Array;
  /** Whose each is. */
  readonly personOf: Uint32Array;
}

/** What one measurement compared. */
export interface Comparisons {
  readonly people: number;
  readonly impostors: ImpostorComparisons;
  readonly genuine: GenuineComparisons;
}

/** Embeddings of photographs, in order; undefined where no face was found. */
export type Embeddings = readonly (Float32Array | undefined)[];
