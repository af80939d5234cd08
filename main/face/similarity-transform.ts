import type { Point } from './types.ts';

/**
 * A rotation, uniform scale and shift of the plane: `x' = a·x − b·y + tx`, `y' = b·x + a·y + ty`.
 */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** Where a transform takes a point. */
export const applyTransform = (t: SimilarityTransform, { x, y }: Point): Point => ({
  x: t.a * x - t.b * y + t.tx,
  y: t.b * x + t.a * y + t.ty,
});

/** How many units of length one unit becomes. */
export const scaleOf = (t: SimilarityTransform): number => Math.hypot(t.a, t.b);

/** The transform that takes every point back. */
export const invertTransform = ({ a, b, tx, ty }: SimilarityTransform): SimilarityTransform => {
  const square = a * a + b * b;
  const [ia, ib] = [a / square, -b / square];
  return { a: ia, b: ib, tx: -(ia * tx - ib * ty), ty: -(ib * tx + ia * ty) };
};

/**
 * The similarity that takes `from` nearest to `to` in the least-squares sense (Umeyama 1991, without
 * reflection: a face is never mirrored).
 *
 * @param from - two points or more, not all in one place: there would be no scale, and NaN all over.
 */
export const fitSimilarity = (
  from: readonly Point[],
  to: readonly Point[],
): SimilarityTransform => {
  const p = centreOf(from);
  const q = centreOf(to);
  let dot = 0;
  let cross = 0;
  let spread = 0;
  from.forEach((point, i) => {
    const target = to[i] ?? q;
    const [px, py] = [point.x - p.x, point.y - p.y];
    const [qx, qy] = [target.x - q.x, target.y - q.y];
    dot += px * qx + py * qy;
    cross += px * qy - py * qx;
    spread += px * px + py * py;
  });
  const a = dot / spread;
  const b = cross / spread;
  return { a, b, tx: q.x - (a * p.x - b * p.y), ty: q.y - (b * p.x + a * p.y) };
};

const centreOf = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
  y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
});
