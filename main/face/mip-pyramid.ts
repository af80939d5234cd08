import { halve } from './pixel-kernel.ts';
import type { RgbImage } from './rgb-image.ts';

/** What is left to the bilinear filter: it reads two neighbours a side, and more would skip pixels. */
const largestShrink = 1.6;

/**
 * An image and its halvings, made when first asked for, so that shrinking by a lot does not alias.
 */
export class MipPyramid {
  /** The image as it came. */
  readonly full: RgbImage;
  readonly #levels: RgbImage[];

  constructor(image: RgbImage) {
    this.full = image;
    this.#levels = [image];
  }

  /**
   * The level to sample from when one output pixel covers `scale` pixels of the full image, and how
   * many of these one of its own pixels covers. An image is halved no further than to a single row or
   * column.
   */
  levelFor(scale: number): { readonly image: RgbImage; readonly shrink: number } {
    let image = this.full;
    let depth = 0;
    while (scale / 2 ** depth > largestShrink && Math.min(image.width, image.height) > 1) {
      depth++;
      image = this.#levels[depth] ?? halve(image);
      this.#levels[depth] = image;
    }
    return { image, shrink: 2 ** depth };
  }
}
