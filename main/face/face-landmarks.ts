import type { LandmarksModel } from '../../models/manifest-schema.ts';
import type { DetectedFace } from './detected-face.ts';
import { faceMesh, type FaceMesh } from './face-mesh.ts';
import type { MipPyramid } from './mip-pyramid.ts';
import type { Network } from './model-session.ts';
import type { Rgb } from './rgb-image.ts';
import { applyTransform, type SimilarityTransform } from './similarity-transform.ts';
import type { Point } from './types.ts';
import { warpInto } from './warp.ts';

/** The five points a face is aligned by: eyes, nose tip, mouth corners, left to right as seen. */
export type FivePoints = readonly [Point, Point, Point, Point, Point];

/** Where a face's features are, and how surely there is a face at all. */
export interface FaceLandmarks {
  readonly points: FivePoints;
  /** 0 to 1. */
  readonly presence: number;
  /** Every landmark the network gave. */
  readonly mesh: FaceMesh;
}

/** Places the landmarks of one detected face. */
export const findLandmarks = async (
  network: Network<LandmarksModel>,
  pyramid: MipPyramid,
  face: DetectedFace,
  outside: Rgb,
): Promise<FaceLandmarks> => {
  const { landmarks, input } = network.model;
  const toPhotograph = uprightCrop(face, landmarks.cropScale, input.width);
  warpInto(pyramid, toPhotograph, network.buffer(1).target(0), outside);
  const outputs = await network.run(1);
  const numbers = outputs.get(landmarks.points) ?? new Float32Array();
  const meanOf = (indices: readonly number[], axis: number): number =>
    indices.reduce((sum, index) => sum + (numbers[index * 3 + axis] ?? NaN), 0) / indices.length;
  // The network counts from the edge of a pixel, the transform from its centre.
  const place = (indices: readonly number[]): Point =>
    applyTransform(toPhotograph, { x: meanOf(indices, 0) - 0.5, y: meanOf(indices, 1) - 0.5 });
  const [leftEye, rightEye, nose, leftMouth, rightMouth] = landmarks.fivePoints;
  const points: FivePoints = [
    place(leftEye),
    place(rightEye),
    place(nose),
    place(leftMouth),
    place(rightMouth),
  ];
  const presence = outputs.get(landmarks.presence)?.[0] ?? 0;
  return { points, presence, mesh: faceMesh(numbers, toPhotograph) };
};

/** A square around the face, turned so that the eyes are level. */
const uprightCrop = (
  { box, eyes: [left, right] }: DetectedFace,
  cropScale: number,
  size: number,
): SimilarityTransform => {
  const scale = (Math.max(box.width, box.height) * cropScale) / size;
  const tilt = Math.atan2(right.y - left.y, right.x - left.x);
  const [a, b] = [scale * Math.cos(tilt), scale * Math.sin(tilt)];
  const middle = (size - 1) / 2;
  return {
    a,
    b,
    tx: box.x + box.width / 2 - (a * middle - b * middle),
    ty: box.y + box.height / 2 - (b * middle + a * middle),
  };
};
