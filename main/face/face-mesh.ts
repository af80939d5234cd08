import { applyTransform, scaleOf, type SimilarityTransform } from './similarity-transform.ts';
import type { Point } from './types.ts';

/** A point in space: pixels of the upright photograph; the smaller `z`, the nearer to the camera. */
export interface MeshPoint extends Point {
  readonly z: number;
}

/** The landmarks of one face by their index in the network's mesh. */
export type FaceMesh = (index: number) => MeshPoint;

/**
 * Takes landmarks from the network's crop to the photograph when they are asked for.
 *
 * @param numbers - x, y, z of each landmark in pixels of the crop; z counts in the unit of x.
 * @param toPhotograph - from the crop to the photograph. One that is not there is of no numbers.
 */
export const faceMesh =
  (numbers: Float32Array, toPhotograph: SimilarityTransform): FaceMesh =>
  (index) => {
    const [x = NaN, y = NaN, z = NaN] = numbers.subarray(index * 3, index * 3 + 3);
    // The network counts from the edge of a pixel, the transform from its centre.
    const place = applyTransform(toPhotograph, { x: x - 0.5, y: y - 0.5 });
    return { ...place, z: z * scaleOf(toPhotograph) };
  };
