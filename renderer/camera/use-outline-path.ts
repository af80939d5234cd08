import { useEffect, useRef, type RefObject } from 'react';
import type { FrameSize } from './frame-size.ts';
import { approach, pathOf, shareAfter, type Outline } from './outline.ts';

/** Milliseconds in which the drawn outline comes half the way to the one that was seen. */
const half = 70;

/**
 * Draws an outline and lets it glide to each new one: the station sees a face a few times a second,
 * people see sixty.
 *
 * @returns for the `<path>` to draw it with; the path is written past React, which has no part in it.
 */
export const useOutlinePath = (
  outline: Outline | undefined,
  size: FrameSize,
): RefObject<SVGPathElement | null> => {
  const path = useRef<SVGPathElement>(null);
  const shown = useRef<Outline>(undefined);
  const { width, height } = size;
  useEffect(() => {
    if (outline === undefined) {
      shown.current = undefined;
      path.current?.setAttribute('d', '');
      return undefined;
    }
    let last = performance.now();
    let request = 0;
    const draw = (now: number): void => {
      shown.current = approach(shown.current ?? outline, outline, shareAfter(now - last, half));
      last = now;
      path.current?.setAttribute('d', pathOf(shown.current, { width, height }));
      request = requestAnimationFrame(draw);
    };
    request = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(request);
    };
  }, [outline, width, height]);
  return path;
};
