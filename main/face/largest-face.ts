import type { DetectedFace } from './detected-face.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A detector's box is off by a tenth of its side or so: faces whose areas differ by less than this
 * factor are equally large as far as one can tell.
 */
const sameSize = 2 / 3;

/**
 * The face that takes up most of the photograph, as CompareFaces chooses it; among faces that are
 * about as large, the one nearest to the middle.
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
 * The area seen, less the more of the face is cut off (a bystander half in the picture is not the
 * guest, even if his whole head would be larger) and the less sure the detector is of it.
 */
const sizeOf = ({ box, score }: DetectedFace, photograph: Size): number => {
  const width = Math.min(box.x + box.width, photograph.width) - Math.max(box.x, 0);
  const height = Math.min(box.y + box.height, photograph.height) - Math.max(box.y, 0);
  const seen = Math.max(0, width) * Math.max(0, height);
  return (seen * seen * score) / (box.width * box.height);
};

const offCentre = ({ box }: DetectedFace, { width, height }: Size): number =>
  Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2);
