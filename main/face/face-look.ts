import type { HeadPose } from './head-pose.ts';
import type { Box, Point } from './types.ts';

/** Milliseconds spent in each stage of one look. */
export interface LookTimings {
  readonly decode: number;
  readonly detect: number;
  readonly landmarks: number;
  /** Light, sharpness, mask and the other faces. */
  readonly measure: number;
}

/** The largest face of a camera frame, measured. Places are pixels of the upright photograph. */
export interface LookedFace {
  readonly box: Box;
  /** Detector's score, 0 to 1. */
  readonly score: number;
  /** How surely the landmark network takes it for a face, 0 to 1. */
  readonly presence: number;
  /** The silhouette, from the top of the forehead clockwise: as many points as the manifest lists. */
  readonly outline: readonly Point[];
  /** Right eye, left eye (as seen: left to right), nose tip, mouth corners left and right. */
  readonly landmarks: readonly [Point, Point, Point, Point, Point];
  readonly pose: HeadPose;
  /** See `sharpnessOf`; a sharp face has .05 and more, whatever its light. */
  readonly sharpness: number;
  /** Mean luma of the face, 0 to 255. */
  readonly brightness: number;
  /** Standard deviation of the face's luma, 0 to 127.5. */
  readonly contrast: number;
  /** Mean luma of the face's darker half over that of its brighter one, left and right: 0 to 1. */
  readonly evenness: number;
  /** See `mouthCoverOf`: 0 to 1; about 1 with a face mask of another colour than skin. */
  readonly mouthCovered: number;
  /**
   * Area of the largest other face over that of this one, 0 where there is none. It can pass 1: of
   * faces about as large the middle one is looked at.
   */
  readonly secondLargestShare: number;
}

/** What was seen on one camera frame without comparing it. */
export interface FaceLook {
  /** Width and height of the upright photograph, in pixels. */
  readonly width: number;
  readonly height: number;
  /** How many faces the detector saw. */
  readonly faces: number;
  /** Absent when there is nobody. */
  readonly face?: LookedFace;
  readonly timings: LookTimings;
}
