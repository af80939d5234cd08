/** A limit on a number, and how far it must come back before the complaint is taken back. */
export interface Limit {
  readonly limit: number;
  /** Beyond `limit` on its good side: a number that trembles there makes no instruction flicker. */
  readonly release: number;
}

/**
 * When a frame is good enough to be compared. Chosen by measurement (`test/bench/look-bench.ts`;
 * figures in models/README.md): of photographs of one person who faces the camera 98.7 of 100 lie within, of
 * webcam frames all; of those that were blurred, darkened, overexposed or masked, or got a second
 * person, about 9 of 10 and mostly more lie without.
 */
export const frameLimits = {
  /** Most area of a second face, as a share of the guest's: he is 1.6 times as far from the camera. */
  bystander: { limit: 0.4, release: 0.3 },
  /** Least height of the face's box, as a share of the frame's shorter side. */
  smallest: { limit: 0.2, release: 0.22 },
  /** Most of it. */
  largest: { limit: 0.75, release: 0.7 },
  /** Farthest from the middle of the frame to the middle of the box, as a share of width or height. */
  offCentre: { limit: 0.24, release: 0.2 },
  /** Most of the box that may lie beyond an edge of the frame, as a share of its side. */
  beyondEdge: { limit: 0.05, release: 0.02 },
  /** Least mean luma of the face. */
  dark: { limit: 45, release: 55 },
  /** Most of it: beyond, half of the skin is plain white. */
  bright: { limit: 220, release: 212 },
  /** Least standard deviation of its luma: less is fog, or a light behind the guest. */
  flat: { limit: 10, release: 12 },
  /** Least light of the darker half, as a share of the brighter one's. */
  uneven: { limit: 0.4, release: 0.46 },
  /** Most of the mouth and nose that may lack the colour of skin. */
  covered: { limit: 0.65, release: 0.55 },
  /** Most degrees to either side. */
  yaw: { limit: 25, release: 21 },
  /** Most degrees up or down. */
  pitch: { limit: 25, release: 21 },
  /** Most degrees of tilt. */
  roll: { limit: 25, release: 20 },
  /** Least sharpness (`sharpnessOf`). */
  blurred: { limit: 0.022, release: 0.026 },
} as const satisfies Record<string, Limit>;

/** Whether a number is beyond a limit; one that is no number always is. */
export const isBeyond = ({ limit, release }: Limit, value: number, wasBeyond: boolean): boolean => {
  const bound = wasBeyond ? release : limit;
  return release < limit ? !(value <= bound) : !(value >= bound);
};
