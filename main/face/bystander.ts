import type { DetectedFace } from './detected-face.ts';
import { findLandmarks } from './face-landmarks.ts';
import type { FaceFinder, FaceSearch } from './locate-face.ts';

/** So many of the other faces are looked at, largest first: a crowd must not slow the camera down. */
const mostLooks = 3;

/** A face with less than this share of the guest's area is somebody in the room, not beside him. */
const leastShare = 0.05;

/**
 * Area of the largest other face over that of the one that was located; 0 where there is none. The
 * detector alone takes a pattern for a face now and then: only those count that the landmark network
 * believes in.
 */
export const secondLargestShare = async (
  finder: FaceFinder,
  { face, others }: FaceSearch,
): Promise<number> => {
  if (face === undefined) return 0;
  const largestFirst = others
    .map((other) => ({ other, share: areaOf(other) / areaOf(face.detected) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share);
  const { minPresence } = finder.landmarks.model.landmarks;
  for (const { other, share } of largestFirst.slice(0, mostLooks)) {
    const { pyramid, path } = face;
    const { presence } = await findLandmarks(finder.landmarks, pyramid, other, path.outside);
    if (presence >= minPresence) return share;
  }
  return 0;
};

const areaOf = ({ box }: DetectedFace): number => box.width * box.height;
