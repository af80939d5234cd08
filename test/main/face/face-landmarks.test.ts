import { describe, expect, test } from 'vitest';
import { findLandmarks } from '../../../main/face/face-landmarks.ts';
import { MipPyramid } from '../../../main/face/mip-pyramid.ts';
import { manifestModels, ScriptedNetwork } from './models.ts';
import { gradient } from './pictures.ts';

const model = manifestModels.landmarks;
const pyramid = new MipPyramid(gradient(400, 300));
/** A mesh whose landmarks all lie in one place of the crop, but for some. */
const mesh = (elsewhere: Readonly<Record<number, readonly [number, number]>>): number[] =>
  Array.from({ length: 468 }, (_, i) => [...(elsewhere[i] ?? [96, 96]), 0]).flat();
const find = (points: readonly number[], tilt = 0, presence = 0.9) => {
  const network = new ScriptedNetwork(model, () => ({ points, presence: [presence] }));
  const face = {
    // 128 pixels, 1.5 times that on 192: one pixel of the crop is one of the photograph.
    box: { x: 100, y: 80, width: 128, height: 100 },
    score: 0.9,
    eyes: [
      { x: 140, y: 110 },
      { x: 140 + 50 * Math.cos(tilt), y: 110 + 50 * Math.sin(tilt) },
    ],
  } as const;
  return findLandmarks(network, pyramid, face, [0, 0, 0]);
};

describe('the landmarks of a face', () => {
  test('are taken from the crop back to the photograph', async () => {
    const { points, presence } = await find(
      mesh({ 4: [100, 120], 61: [80, 140], 291: [112, 141] }),
    );
    const [, , nose, left, right] = points;
    // The crop's centre, 96, lies on the centre of the box, (164, 130).
    expect(nose).toEqual({
      x: expect.closeTo(168, 6) as number,
      y: expect.closeTo(154, 6) as number,
    });
    expect(left).toEqual({
      x: expect.closeTo(148, 6) as number,
      y: expect.closeTo(174, 6) as number,
    });
    expect(right).toEqual({
      x: expect.closeTo(180, 6) as number,
      y: expect.closeTo(175, 6) as number,
    });
    expect(presence).toBeCloseTo(0.9, 6);
  });

  test('that stand for one point are averaged', async () => {
    const { points } = await find(
      mesh({ 33: [60, 70], 133: [80, 74], 362: [110, 74], 263: [130, 70] }),
    );
    expect(points[0]).toEqual({
      x: expect.closeTo(138, 6) as number,
      y: expect.closeTo(106, 6) as number,
    });
    expect(points[1]).toEqual({
      x: expect.closeTo(188, 6) as number,
      y: expect.closeTo(106, 6) as number,
    });
  });

  test('of a tilted head are turned back with it', async () => {
    // A quarter turn clockwise: what is right in the crop is below in the photograph.
    const { points } = await find(mesh({ 4: [106, 96] }), Math.PI / 2);
    expect(points[2]).toEqual({
      x: expect.closeTo(164, 6) as number,
      y: expect.closeTo(140, 6) as number,
    });
  });

  test('of the mesh lie in space, their depth in the unit of the photograph', async () => {
    const points = mesh({ 7: [100, 120] });
    points[7 * 3 + 2] = -12;
    const { mesh: found } = await find(points);
    expect(found(7)).toEqual({
      x: expect.closeTo(168, 6) as number,
      y: expect.closeTo(154, 6) as number,
      z: expect.closeTo(-12, 6) as number,
    });
    expect(Object.values(found(468)).every(Number.isNaN)).toBe(true);
  });

  test('that the network does not give are no numbers', async () => {
    const { points } = await find([]);
    expect(points.flatMap(({ x, y }) => [x, y]).every(Number.isNaN)).toBe(true);
  });
});
