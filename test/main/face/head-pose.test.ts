import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FaceMesh, MeshPoint } from '../../../main/face/face-mesh.ts';
import { headPoseOf, type HeadPose } from '../../../main/face/head-pose.ts';

const axes = { left: 0, right: 1, top: 2, bottom: 3, straightPitch: 0 };

/** A head that faces the camera: its sides and its top and bottom, x right, y down, z away. */
const head: readonly MeshPoint[] = [
  { x: -70, y: 0, z: 20 },
  { x: 70, y: 0, z: 20 },
  { x: 0, y: -90, z: 0 },
  { x: 0, y: 90, z: 0 },
];

const turned = (p: number, q: number, degrees: number): readonly [number, number] => {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [c * p - s * q, s * p + c * q];
};

/** The head tilted, then nodded, then turned to the side, each about its own middle; and moved. */
const meshOf =
  ({ yaw, pitch, roll }: HeadPose): FaceMesh =>
  (index) => {
    let { x, y, z } = head[index]!;
    // Clockwise on the picture.
    [x, y] = turned(x, y, roll);
    // Up: what is nearest to the camera (least z) rises (y falls).
    [z, y] = turned(z, y, pitch);
    // To the right: what is nearest to the camera goes right.
    [z, x] = turned(z, x, -yaw);
    return { x: x + 300, y: y + 200, z };
  };

describe('the pose of a head', () => {
  test.each([
    { yaw: 0, pitch: 0, roll: 0 },
    { yaw: 30, pitch: 0, roll: 0 },
    { yaw: -30, pitch: 0, roll: 0 },
    { yaw: 0, pitch: 20, roll: 0 },
    { yaw: 0, pitch: 0, roll: 40 },
    { yaw: -25, pitch: 15, roll: -10 },
  ])('is read from its mesh: %j', (pose) => {
    const found = headPoseOf(meshOf(pose), axes);
    expect(found.yaw).toBeCloseTo(pose.yaw, 6);
    expect(found.pitch).toBeCloseTo(pose.pitch, 6);
    expect(found.roll).toBeCloseTo(pose.roll, 6);
  });

  test('is read from any turn up to a profile', () => {
    const angle = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(angle, angle, angle, (yaw, pitch, roll) => {
        const found = headPoseOf(meshOf({ yaw, pitch, roll }), axes);
        expect(found.yaw).toBeCloseTo(yaw, 4);
        expect(found.pitch).toBeCloseTo(pitch, 4);
        expect(found.roll).toBeCloseTo(roll, 4);
      }),
    );
  });

  test('to the right is that in which the nose lies to the right of the head', () => {
    // A nose stands out towards the camera from between the sides.
    const nose = { x: 0, y: 0, z: -40 };
    const [, x] = turned(nose.z, nose.x, -30);
    expect(x).toBeGreaterThan(0);
    expect(headPoseOf(meshOf({ yaw: 30, pitch: 0, roll: 0 }), axes).yaw).toBeGreaterThan(0);
  });

  test('counts pitch from that of a head that looks straight ahead', () => {
    const mesh = meshOf({ yaw: 0, pitch: -4, roll: 0 });
    expect(headPoseOf(mesh, { ...axes, straightPitch: -4 }).pitch).toBeCloseTo(0, 6);
  });

  test('of a mesh that is not there is no number', () => {
    const pose = headPoseOf(() => ({ x: NaN, y: NaN, z: NaN }), axes);
    expect(Object.values(pose).every(Number.isNaN)).toBe(true);
  });
});
