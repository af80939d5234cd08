import type { FaceLook, LookedFace } from '../../../main/face/face-look.ts';

/** A face with which nothing is wrong, in the middle of a frame of 640 × 480. */
export const goodFace: LookedFace = {
  box: { x: 240, y: 150, width: 160, height: 160 },
  score: 0.95,
  presence: 1,
  outline: [],
  landmarks: [
    { x: 285, y: 200 },
    { x: 355, y: 200 },
    { x: 320, y: 240 },
    { x: 292, y: 280 },
    { x: 348, y: 280 },
  ],
  pose: { yaw: 0, pitch: 0, roll: 0 },
  sharpness: 0.12,
  brightness: 130,
  contrast: 35,
  evenness: 0.9,
  mouthCovered: 0,
  secondLargestShare: 0,
};

const timings = { decode: 7, detect: 6, landmarks: 2, measure: 2 };

/** A look at a good face, but for some numbers. */
export const lookWith = (
  changes: Partial<LookedFace> = {},
  frame: Partial<Pick<FaceLook, 'width' | 'height'>> = {},
): FaceLook => ({
  width: 640,
  height: 480,
  faces: 1,
  ...frame,
  face: { ...goodFace, ...changes },
  timings,
});

/** A look at an empty counter. */
export const emptyLook: FaceLook = { width: 640, height: 480, faces: 0, timings };
