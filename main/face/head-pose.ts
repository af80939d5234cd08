import type { LookLandmarks } from '../../models/manifest-schema.ts';
import type { FaceMesh, MeshPoint } from './face-mesh.ts';

/** How a head is turned, in degrees as seen on the photograph; all 0 when it looks straight ahead. */
export interface HeadPose {
  /** Positive: the face is turned towards the right edge of the photograph. */
  readonly yaw: number;
  /** Positive: the face looks up. */
  readonly pitch: number;
  /** Positive: the head is tilted clockwise. */
  readonly roll: number;
}

/**
 * The pose from two axes of the mesh in space: from side to side, and from forehead to chin. They
 * make a rotation, read as yaw about the vertical, then pitch, then roll in the face's own plane.
 */
export const headPoseOf = (
  mesh: FaceMesh,
  { left, right, top, bottom, straightPitch }: LookLandmarks['pose'],
): HeadPose => {
  const across = unit(between(mesh(left), mesh(right)));
  // Away from the camera, since x runs right and y down.
  const inward = unit(cross(across, between(mesh(top), mesh(bottom))));
  const down = cross(inward, across);
  return {
    yaw: degrees(Math.atan2(-inward.x, inward.z)),
    pitch: degrees(Math.asin(Math.max(-1, Math.min(1, inward.y)))) - straightPitch,
    roll: degrees(Math.atan2(across.y, down.y)),
  };
};

const degrees = (radians: number): number => (radians * 180) / Math.PI;

const between = (from: MeshPoint, to: MeshPoint): MeshPoint => ({
  x: to.x - from.x,
  y: to.y - from.y,
  z: to.z - from.z,
});

const cross = (a: MeshPoint, b: MeshPoint): MeshPoint => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});

const unit = ({ x, y, z }: MeshPoint): MeshPoint => {
  const length = Math.hypot(x, y, z);
  return { x: x / length, y: y / length, z: z / length };
};
