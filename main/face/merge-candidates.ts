import type { Candidate } from './blazeface-anchors.ts';
import type { Box, Point } from './types.ts';

/** Intersection over union of two boxes, 0 to 1. */
export const overlapOf = (a: Box, b: Box): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
};

/**
 * Weighted non-maximum suppression: the answers of neighbouring anchors that overlap the surest one
 * are the same face and are averaged, weighted by score. Steadier than keeping only the surest.
 */
export const mergeCandidates = (
  candidates: readonly Candidate[],
  overlap: number,
): readonly Candidate[] => {
  const merged: Candidate[] = [];
  let rest = [...candidates].sort((a, b) => b.score - a.score);
  for (let best = rest[0]; best !== undefined; best = rest[0]) {
    const { box } = best;
    const same = rest.filter((candidate) => overlapOf(box, candidate.box) > overlap);
    const others = rest.filter((candidate) => !same.includes(candidate) && candidate !== best);
    merged.push(averageOf(same.length > 0 ? same : [best], best.score));
    rest = others;
  }
  return merged;
};

const averageOf = (candidates: readonly Candidate[], score: number): Candidate => {
  const total = candidates.reduce((sum, candidate) => sum + candidate.score, 0);
  const mean = (read: (candidate: Candidate) => number): number =>
    candidates.reduce((sum, candidate) => sum + candidate.score * read(candidate), 0) / total;
  const point = (index: number): Point => ({
    x: mean((candidate) => candidate.keyPoints[index]?.x ?? 0),
    y: mean((candidate) => candidate.keyPoints[index]?.y ?? 0),
  });
  return {
    score,
    box: {
      x: mean(({ box }) => box.x),
      y: mean(({ box }) => box.y),
      width: mean(({ box }) => box.width),
      height: mean(({ box }) => box.height),
    },
    keyPoints: (candidates[0]?.keyPoints ?? []).map((_, index) => point(index)),
  };
};
