import type { WarpTarget } from './warp.ts';

/** Copies a crop that has been filled into another of the same network, left and right exchanged. */
export const mirrorCrop = (from: WarpTarget, to: WarpTarget): void => {
  const { data, channels, step, width, height } = from;
  for (const [index, first] of channels.entries()) {
    const target = to.channels[index] ?? first;
    for (let row = 0; row < height; row++) {
      const start = first + row * width * step;
      const end = target + (row * width + width - 1) * step;
      for (let x = 0; x < width; x++) to.data[end - x * step] = data[start + x * step] ?? 0;
    }
  }
};
