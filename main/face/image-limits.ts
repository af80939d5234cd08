/** Limits on a photograph, checked before its pixels are decoded. */
export interface ImageLimits {
  /** Bytes of the encoded file. */
  readonly bytes: number;
  /** Width × height, as the file's header claims them. */
  readonly pixels: number;
  /** Pixels the shorter side must have. */
  readonly shortestSide: number;
  /** Longer photographs are reduced to this many pixels on the longer side. */
  readonly workingSide: number;
}

/**
 * 32 megapixels take in every counter camera and most phones, and decode to under 100 MB.
 * Faces below a few dozen pixels of a 1,920-pixel side are too small to compare anyway.
 */
export const defaultImageLimits: ImageLimits = {
  bytes: 16 * 1024 * 1024,
  pixels: 32_000_000,
  shortestSide: 16,
  workingSide: 1920,
};
