import type { DetectorModel } from '../../models/manifest-schema.ts';
import type { Box, Point } from './types.ts';

type Blazeface = DetectorModel['detector'];

/** One raw answer of the detector, in continuous coordinates of its input (0 to its width). */
export interface Candidate {
  readonly score: number;
  readonly box: Box;
  readonly keyPoints: readonly Point[];
}

/**
 * Reads the candidates above `minScore` from the network's outputs. Anchors lie at the cells'
 * centres, all of a cell after each other; boxes and key points are offsets from them in pixels.
 */
export const readCandidates = (
  outputs: ReadonlyMap<string, Float32Array>,
  detector: Blazeface,
  inputSize: number,
  minScore: number,
): readonly Candidate[] => {
  // The logit whose sigmoid is minScore: saves a sigmoid for each of the many anchors below.
  const minLogit = Math.log(minScore / (1 - minScore));
  const numbersPerBox = 4 + 2 * detector.keyPoints.length;
  return detector.grids.flatMap((grid) => {
    const scores = outputs.get(grid.scores) ?? new Float32Array();
    const boxes = outputs.get(grid.boxes) ?? new Float32Array();
    const cells = inputSize / grid.stride;
    const found: Candidate[] = [];
    scores.forEach((logit, anchor) => {
      if (!(logit > minLogit)) return;
      const cell = Math.floor(anchor / grid.anchorsPerCell);
      const centre = {
        x: ((cell % cells) + 0.5) * grid.stride,
        y: (Math.floor(cell / cells) + 0.5) * grid.stride,
      };
      const numbers = boxes.subarray(anchor * numbersPerBox, (anchor + 1) * numbersPerBox);
      const candidate = candidateAt(centre, numbers, 1 / (1 + Math.exp(-logit)));
      if (hasArea(candidate.box)) found.push(candidate);
    });
    return found;
  });
};

/** A box turned inside out, or not of numbers, encloses nothing that could be measured or cropped. */
const hasArea = ({ width, height }: Box): boolean =>
  width > 0 && height > 0 && Number.isFinite(width * height);

const candidateAt = (centre: Point, numbers: Float32Array, score: number): Candidate => {
  const [dx = 0, dy = 0, width = 0, height = 0, ...offsets] = numbers;
  const keyPoints: Point[] = [];
  for (let i = 0; i + 1 < offsets.length; i += 2)
    keyPoints.push({ x: centre.x + (offsets[i] ?? 0), y: centre.y + (offsets[i + 1] ?? 0) });
  const box = { x: centre.x + dx - width / 2, y: centre.y + dy - height / 2, width, height };
  return { score, box, keyPoints };
};
