import type { Random } from '../../../main/evaluate/random.ts';
import type { ImageType } from '../../../main/face/types.ts';

/** Photographs a method is made from; person by person, each with its chip photo. */
export interface Training {
  readonly others: readonly TrainingPerson[];
  /** The named group. */
  readonly group: readonly TrainingPerson[];
}

/** One person's embeddings: the same photographs, full and as chip photos. */
export interface TrainingPerson {
  readonly full: readonly Float32Array[];
  readonly chip: readonly Float32Array[];
}

/** The two forms of an embedding whose product with each other's is the score. */
export interface ScoringVectors {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** A method made from some people: what it makes of an embedding. */
export type Projection = (embedding: Float32Array, type: ImageType) => ScoringVectors;

/** A way to score two embeddings. */
export interface Method {
  readonly name: string;
  make(training: Training, random: Random): Projection;
}

/** A method whose score is the cosine of what it makes of the embeddings. */
export const symmetric =
  (project: (embedding: Float32Array, type: ImageType) => Float32Array): Projection =>
  (embedding, type) => {
    const vector = project(embedding, type);
    return { left: vector, right: vector };
  };

/** The first photograph of each person. */
export const firstOfEach = (
  people: readonly TrainingPerson[],
  side: keyof TrainingPerson = 'full',
): readonly Float32Array[] =>
  people.flatMap((person) => {
    const [first] = person[side];
    return first === undefined ? [] : [first];
  });
