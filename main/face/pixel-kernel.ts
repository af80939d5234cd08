import { halveFunction, warpFunction } from './pixel-code.ts';
import type { Rgb, RgbImage } from './rgb-image.ts';
import { applyTransform, type SimilarityTransform } from './similarity-transform.ts';
import { wasmModule } from './wasm-module.ts';

/** What is used here of WebAssembly, which Node's types leave to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly halve: (...numbers: readonly number[]) => void;
  readonly warp: (...numbers: readonly number[]) => void;
}

const pageBytes = 65_536;

/** Enough for a photograph of 640 × 480 and a crop of it. */
const firstPages = 24;

/**
 * The two loops over pixels, in which the time outside the networks went: with 128-bit instructions they
 * take a third of what JavaScript takes. The code is written in `pixel-code.ts`; no binary is kept.
 */
const kernel = new WebAssembly.Instance(
  new WebAssembly.Module(wasmModule([halveFunction(), warpFunction()], firstPages)),
).exports as Kernel;
let memory = new Uint8Array(kernel.memory.buffer);

/**
 * Puts rows of pixels at the start of the kernel's memory, with room behind them for the kernel to read
 * one row too many.
 *
 * @returns where a result of so many bytes may be written.
 */
const lay = (pixels: Uint8Array, rowBytes: number, resultBytes: number): number => {
  const result = pixels.length + rowBytes + 16;
  const missing = result + resultBytes + 16 - memory.length;
  if (missing > 0) {
    kernel.memory.grow(Math.ceil(missing / pageBytes));
    memory = new Uint8Array(kernel.memory.buffer);
  }
  memory.set(pixels);
  return result;
};

/**
 * Halves an image by averaging 2 × 2 pixels; an odd last row or column is dropped.
 *
 * @param image - at least two pixels wide and high.
 */
export const halve = (image: RgbImage): RgbImage => {
  const width = image.width >> 1;
  const height = image.height >> 1;
  const bytes = width * height * 3;
  const row = image.width * 3;
  const result = lay(image.data, row, bytes);
  kernel.halve(0, row, result, width, height);
  return { width, height, data: memory.slice(result, result + bytes) };
};

/** RGB bytes, packed, to be filled from `offset`. */
export interface PackedTarget {
  readonly data: Uint8Array;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

/** Beyond this distance, in pixels, no transform comes from a face; coordinates here have 31 bits. */
const farthest = 2 ** 30;

/**
 * Fills packed bytes from an image, bilinear, as `warpInto` says. A value is rounded after it was
 * computed to within a fiftieth of a step.
 */
export const warpPacked = (
  image: RgbImage,
  toImage: SimilarityTransform,
  { data, offset, width, height }: PackedTarget,
  outside: Rgb,
): void => {
  const bytes = width * height * 3;
  const [red, green, blue] = outside;
  const corners = [0, width - 1].flatMap((x) =>
    [0, height - 1].map((y) => applyTransform(toImage, { x, y })),
  );
  if (!corners.every(({ x, y }) => Math.abs(x) < farthest && Math.abs(y) < farthest)) {
    for (let at = offset; at < offset + bytes; at += 3) data.set(outside, at);
    return;
  }
  const ys = corners.map(({ y }) => y);
  const row = image.width * 3;
  const [lastX, lastY] = [image.width - 1, image.height - 1];
  // Only rows that are sampled are copied; one more on each side is spared the thought of rounding.
  const first = Math.min(Math.max(Math.floor(Math.min(...ys)) - 1, 0), lastY);
  const last = Math.min(Math.max(Math.floor(Math.max(...ys)) + 2, first), lastY);
  const result = lay(image.data.subarray(first * row, (last + 1) * row), row, bytes);
  const { a, b, tx, ty } = toImage;
  const colour = red | (green << 8) | (blue << 16);
  kernel.warp(-first * row, row, lastX, lastY, result, width, height, a, b, tx, ty, colour);
  data.set(memory.subarray(result, result + bytes), offset);
};
