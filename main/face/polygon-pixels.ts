import type { Point } from './types.ts';

/**
 * The pixels whose centres lie within a polygon, as indices `y * width + x`. Centres lie at whole
 * numbers, the top left one at (0, 0). A polygon that crosses itself encloses what an odd number of
 * its edges separates from the outside.
 */
export const pixelsWithin = (
  polygon: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly number[] => {
  const within: number[] = [];
  for (let y = 0; y < height; y++) {
    const crossings = crossingsAt(polygon, y);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const first = Math.max(0, Math.ceil(crossings[i] ?? 0));
      const end = Math.min(width, Math.ceil(crossings[i + 1] ?? 0));
      for (let x = first; x < end; x++) within.push(y * width + x);
    }
  }
  return within;
};

/** Where the edges cross a row, left to right. */
const crossingsAt = (polygon: readonly Point[], y: number): readonly number[] =>
  polygon
    .flatMap((from, i) => {
      const to = polygon[(i + 1) % polygon.length] ?? from;
      if (from.y > y === to.y > y) return [];
      return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
    })
    .sort((a, b) => a - b);
