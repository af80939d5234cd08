import type { FrameAdvice } from '../../main/ipc/stage-schema.ts';

/** A face's silhouette, x and y from 0 to 1 of the frame. */
export type Outline = NonNullable<FrameAdvice['outline']>;

/**
 * Goes a share of the way from one outline to the next, point by point. Outlines of different numbers
 * of points have no way between them: the next one is taken at once.
 *
 * @param share - 0 stays, 1 arrives.
 */
export const approach = (from: Outline, to: Outline, share: number): Outline =>
  from.length === to.length
    ? to.map(({ x, y }, index) => {
        const start = from[index] ?? { x, y };
        return { x: start.x + (x - start.x) * share, y: start.y + (y - start.y) * share };
      })
    : to;

/** Share of the way left after as many milliseconds, for a way that halves every `half`. */
export const shareAfter = (elapsed: number, half: number): number => 1 - 0.5 ** (elapsed / half);

/**
 * Writes an outline as a smooth, closed SVG path: through the middles of its sides, bent by its points.
 *
 * @returns an empty path for fewer than three points.
 */
export const pathOf = (
  outline: Outline,
  { width, height }: { readonly width: number; readonly height: number },
): string => {
  if (outline.length < 3) return '';
  const points = outline.map(({ x, y }) => ({ x: x * width, y: y * height }));
  const middles = points.map((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
  });
  const start = middles.at(-1);
  const bends = points.map((point, index) => `Q${at(point)} ${at(middles[index] ?? point)}`);
  return start === undefined ? '' : `M${at(start)}${bends.join('')}Z`;
};

const at = ({ x, y }: Outline[number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
