import type { MipPyramid } from './mip-pyramid.ts';
import type { Rgb } from './rgb-image.ts';
import type { Box, Point } from './types.ts';

/** A face as the detector saw it, in pixels of the upright photograph. */
export interface DetectedFace {
  readonly box: Box;
  /** 0 to 1. */
  readonly score: number;
  /** The eyes, left one first as seen: they give the tilt of the head. */
  readonly eyes: readonly [Point, Point];
}

/** How a photograph is laid on the detector's input. */
export interface Canvas {
  /** Side of the canvas as a multiple of the photograph's longer side. */
  readonly padding: number;
  /** Colour around the photograph. */
  readonly colour: Rgb;
  /** Least score of a face, 0 to 1. */
  readonly minScore: number;
  /** Least side of a face, as a share of the photograph's longer side. */
  readonly minShare: number;
}

/** Finds faces. One implementation per family of detectors in the manifest. */
export interface FaceDetector {
  detect(pyramid: MipPyramid, canvas: Canvas): Promise<readonly DetectedFace[]>;
}
