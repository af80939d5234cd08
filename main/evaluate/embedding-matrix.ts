import type { Embeddings } from './comparisons.ts';

/** Embeddings in one piece of memory, for comparing many with many. */
export interface EmbeddingMatrix {
  /** Numbers per embedding. */
  readonly length: number;
  /** Row after row; a row without a face is zero. */
  readonly values: Float32Array;
}

/** Lays embeddings in one piece of memory. */
export const toMatrix = (embeddings: Embeddings): EmbeddingMatrix => {
  const length = embeddings.find((embedding) => embedding !== undefined)?.length ?? 0;
  const values = new Float32Array(embeddings.length * length);
  embeddings.forEach((embedding, row) => {
    if (embedding !== undefined) values.set(embedding, row * length);
  });
  return { length, values };
};

/**
 * The cosine of a row of one matrix and a row of another. Written for speed, since millions are
 * needed: four sums at once let the processor overlap the additions.
 */
export const rowCosine = (
  a: EmbeddingMatrix,
  rowA: number,
  b: EmbeddingMatrix,
  rowB: number,
): number => {
  const { length, values } = a;
  const others = b.values;
  const end = (rowA + 1) * length;
  let i = rowA * length;
  let j = rowB * length;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (; i + 3 < end; i += 4, j += 4) {
    s0 += (values[i] ?? 0) * (others[j] ?? 0);
    s1 += (values[i + 1] ?? 0) * (others[j + 1] ?? 0);
    s2 += (values[i + 2] ?? 0) * (others[j + 2] ?? 0);
    s3 += (values[i + 3] ?? 0) * (others[j + 3] ?? 0);
  }
  for (; i < end; i++, j++) s0 += (values[i] ?? 0) * (others[j] ?? 0);
  return Math.max(-1, Math.min(1, s0 + s1 + (s2 + s3)));
};
