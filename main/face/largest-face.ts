import type { DetectedFace } from './detected-face.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A face with at least this share of the largest one's area is as large as far as one can tell: a
 * detector's box is off by up to a tenth of its side, and (0.9 / 1.1)² is two thirds.
 */
const sameSize = 2 / 3;

/**
 * The face that takes up most of the photograph, as CompareFaces chooses it; among faces that are
 * about as large, the one nearest to the middle. Undefined if there is no face.
 *
 * @param photograph - width and height in the pixels the boxes are given in.
 */
export const largestFace = (
  faces: readonly DetectedFace[],
  photograph: Size,
): DetectedFace | undefined => {
  const sizes = new Map(faces.map((face) => [face, sizeOf(face, photograph)]));
  const largest = Math.max(...sizes.values());
  let chosen: DetectedFace | undefined;
  for (const face of faces) {
    if ((sizes.get(face) ?? 0) < largest * sameSize) continue;
    if (chosen === undefined || offCentre(face, photograph) < offCentre(chosen, photograph))
      chosen = face;
  }
  return chosen;
};

/**
 * How much a face counts: its area within the photograph, times the share of it that lies there (a
 * bystander half in the picture is not the guest, even if his whole head would be larger), times the
 * detector's score.
 */
const sizeOf = ({ box, score }: DetectedFace, photograph: Size): number => {
  const width = Math.min(box.x + box.width, photograph.width) - Math.max(box.x, 0);
  const height = Math.min(box.y + box.height, photograph.height) - Math.max(box.y, 0);
  const seen = Math.max(0, width) * Math.max(0, height);
  return (seen * seen * score) / (box.width * box.height);
};

const offCentre = ({ box }: DetectedFace, { width, height }: Size): number =>
  Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2);
