import type { ModelInput } from '../../models/manifest-schema.ts';
import type { WarpTarget } from './warp.ts';

/**
 * The memory a network is fed from: `count` crops of its input, in the layout, element type and
 * value range its manifest entry states. Made once and filled again for every photograph.
 */
export interface CropBuffer {
  readonly data: Uint8Array | Float32Array;
  readonly dims: readonly number[];
  /** Where crop `index` is to be warped to. */
  target(index: number): WarpTarget;
}

/** Makes the buffer for `count` crops. */
export const makeCropBuffer = (input: ModelInput, count: number): CropBuffer => {
  const { width, height, layout, colourOrder, elementType, valueRange } = input;
  const plane = width * height;
  const isByte = elementType === 'uint8';
  const data = isByte ? new Uint8Array(plane * 3 * count) : new Float32Array(plane * 3 * count);
  const byCaller = valueRange.appliedBy === 'caller';
  const scale = byCaller ? 1 / valueRange.divideBy : 1;
  // A byte array truncates: half is added so that it rounds.
  const bias = (byCaller ? valueRange.add : 0) + (isByte ? 0.5 : 0);
  const isPacked = layout === 'NHWC';
  const channelStep = isPacked ? 1 : plane;
  return {
    data,
    dims: isPacked ? [count, height, width, 3] : [count, 3, height, width],
    target: (index) => {
      const first = index * plane * 3;
      const [low, middle, high] = [first, first + channelStep, first + 2 * channelStep];
      return {
        data,
        channels: colourOrder === 'RGB' ? [low, middle, high] : [high, middle, low],
        step: isPacked ? 3 : 1,
        width,
        height,
        scale,
        bias,
      };
    },
  };
};
