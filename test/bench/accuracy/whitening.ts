import { meanOf } from './cluster-means.ts';
import { firstOfEach, symmetric, type Method, type TrainingPerson } from './method.ts';

/** A square matrix, row after row. */
export interface SquareMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/**
 * How the photographs of one person, full and chip, differ among each other: the covariance within
 * people, pooled over all.
 */
export const covarianceWithin = (people: readonly (readonly Float32Array[])[]): SquareMatrix => {
  const size = people[0]?.[0]?.length ?? 0;
  const values = new Float64Array(size * size);
  let freedom = 0;
  for (const photographs of people.filter(({ length }) => length > 1)) {
    const mean = meanOf(photographs);
    for (const photograph of photographs) {
      const off = mean.map((value, i) => (photograph[i] ?? 0) - value);
      for (let i = 0; i < size; i++)
        for (let j = 0; j <= i; j++)
          values[i * size + j] = (values[i * size + j] ?? 0) + (off[i] ?? 0) * (off[j] ?? 0);
    }
    freedom += photographs.length - 1;
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const value = (values[i * size + j] ?? 0) / freedom;
      values[i * size + j] = value;
      values[j * size + i] = value;
    }
  return { size, values };
};

/** The lower triangle L with L·Lᵀ = the matrix, which must be positive definite. */
export const cholesky = ({ size, values }: SquareMatrix): SquareMatrix => {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = values[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / (lower[j * size + j] ?? 0);
    }
  return { size, values: lower };
};

/** Solves L·y = x for a lower triangle: x whitened, up to a rotation, which no cosine sees. */
export const solveLower = ({ size, values }: SquareMatrix, x: ArrayLike<number>): Float64Array => {
  const y = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = x[i] ?? 0;
    for (let j = 0; j < i; j++) sum -= (values[i * size + j] ?? 0) * (y[j] ?? 0);
    y[i] = sum / (values[i * size + i] ?? 0);
  }
  return y;
};

/**
 * Within-class whitening (WCCN): what varies among photographs of one person counts for less.
 *
 * @param towardsIdentity - how far the covariance is shrunk towards a multiple of the identity: 0 to 1.
 * @param next - a method for the whitened embeddings. Default: their cosine.
 */
export const whitening = (name: string, towardsIdentity: number, next?: Method): Method => ({
  name,
  make: (training, random) => {
    const all = [...training.others, ...training.group];
    const lower = cholesky(shrunk(covarianceWithin(all.map(photographsOf)), towardsIdentity));
    const whiten = (embedding: Float32Array): Float32Array => {
      const whitened = solveLower(lower, embedding);
      const length = Math.hypot(...whitened);
      return Float32Array.from(whitened, (value) => value / length);
    };
    if (next === undefined) return symmetric(whiten);
    const firsts = (people: readonly TrainingPerson[]): readonly TrainingPerson[] =>
      firstOfEach(people).map((first) => ({ full: [whiten(first)], chip: [] }));
    const project = next.make(
      { others: firsts(training.others), group: firsts(training.group) },
      random,
    );
    return (embedding, type) => project(whiten(embedding), type);
  },
});

const photographsOf = ({ full, chip }: TrainingPerson): readonly Float32Array[] => [
  ...full,
  ...chip,
];

const shrunk = ({ size, values }: SquareMatrix, share: number): SquareMatrix => {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += values[i * size + i] ?? 0;
  return {
    size,
    values: values.map(
      (value, index) =>
        value * (1 - share) + (index % (size + 1) === 0 ? (share * trace) / size : 0),
    ),
  };
};
