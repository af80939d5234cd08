import { halve, type RgbImage } from './rgb-image.ts';

/**
 * An image and its halvings, made when first asked for. Bilinear sampling reads two neighbours a
 * side, so shrinking by much more than that would skip pixels and alias.
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
   * The level to sample from when one output pixel covers `scale` pixels of the full image.
   *
   * @param scale - full-size pixels per output pixel.
   * @param limit - the largest scale left to the bilinear filter.
   */
  levelFor(scale: number, limit = 1.6): { readonly image: RgbImage; readonly shrink: number } {
    let depth = 0;
    while (scale / 2 ** depth > limit && depth < 8) depth++;
    return { image: this.level(depth), shrink: 2 ** depth };
  }

  level(depth: number): RgbImage {
    let image = this.#levels[Math.min(depth, this.#levels.length - 1)] ?? this.full;
    while (this.#levels.length <= depth) {
      image = halve(image);
      this.#levels.push(image);
    }
    return image;
  }
}
