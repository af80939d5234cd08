import type { DetectorModel, LandmarksModel } from '../../models/manifest-schema.ts';
import type { DetectedFace, FaceDetector } from './detected-face.ts';
import { findLandmarks, type FaceLandmarks } from './face-landmarks.ts';
import { imagePathOf, type ImagePath } from './image-path.ts';
import { MipPyramid } from './mip-pyramid.ts';
import type { Network } from './model-session.ts';
import type { RgbImage } from './rgb-image.ts';
import type { ImageType } from './types.ts';
import { largestFace } from './largest-face.ts';

/** What finds faces: a detector, and the networks' descriptions. */
export interface FaceFinder {
  readonly detector: FaceDetector;
  readonly detectorModel: DetectorModel;
  readonly landmarks: Network<LandmarksModel>;
}

/** A face whose features are placed, ready to be aligned. */
export interface LocatedFace {
  readonly detected: DetectedFace;
  readonly landmarks: FaceLandmarks;
  readonly pyramid: MipPyramid;
  readonly path: ImagePath;
}

/** What was found on one photograph, and how long it took in milliseconds. */
export interface FaceSearch {
  /** The largest face. */
  readonly face: LocatedFace | undefined;
  readonly faceCount: number;
  /** What else the detector took for faces; the landmark network has not judged all of them. */
  readonly others: readonly DetectedFace[];
  readonly detectMs: number;
  readonly landmarksMs: number;
}

/**
 * Finds the faces of a photograph and places the features of the largest.
 *
 * It looks at the photograph in each way of its path (`imagePathOf`) until the detector is sure of the
 * largest face; if it never is, the look it was surest in counts.
 *
 * The detector alone takes a pattern for a face now and then. The landmark network says how surely
 * its crop holds one, and tells them apart far better: what it does not believe in is passed over.
 */
export const locateLargestFace = async (
  finder: FaceFinder,
  image: RgbImage,
  type: ImageType,
): Promise<FaceSearch> => {
  const { sureScore } = finder.detectorModel.detector.retry;
  const path = imagePathOf(type, image, finder.detectorModel.detector);
  const pyramid = new MipPyramid(image);
  let detectMs = 0;
  let landmarksMs = 0;
  let doubtful: Pick<FaceSearch, 'face' | 'faceCount' | 'others'> = {
    face: undefined,
    faceCount: 0,
    others: [],
  };
  for (const canvas of path.canvases) {
    const begun = performance.now();
    const faces = await finder.detector.detect(pyramid, canvas);
    const seen = performance.now();
    detectMs += seen - begun;
    const face = await largestWithFeatures(finder, faces, { pyramid, path });
    landmarksMs += performance.now() - seen;
    if (face === undefined) continue;
    const others = faces.filter((other) => other !== face.detected);
    const found = { face, faceCount: faces.length, others };
    if (face.detected.score >= sureScore) return { ...found, detectMs, landmarksMs };
    if (face.detected.score > (doubtful.face?.detected.score ?? 0)) doubtful = found;
  }
  return { ...doubtful, detectMs, landmarksMs };
};

/** The largest face that the landmark network believes in. */
const largestWithFeatures = async (
  finder: FaceFinder,
  detected: readonly DetectedFace[],
  { pyramid, path }: Pick<LocatedFace, 'pyramid' | 'path'>,
): Promise<LocatedFace | undefined> => {
  const { minPresence } = finder.landmarks.model.landmarks;
  let rest = detected;
  for (;;) {
    const largest = largestFace(rest, pyramid.full);
    if (largest === undefined) return undefined;
    const landmarks = await findLandmarks(finder.landmarks, pyramid, largest, path.outside);
    if (landmarks.presence >= minPresence) return { detected: largest, landmarks, pyramid, path };
    rest = rest.filter((face) => face !== largest);
  }
};
