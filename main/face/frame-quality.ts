import type { FaceLook, LookedFace } from './face-look.ts';

/** 0 at `from` and before, 1 at `to` and beyond; `from` may be the larger one. */
const ramp = (value: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));

/**
 * How well a face suits a comparison, 0 to 1: the product of how large, straight, sharp, well lit,
 * uncovered and plain to the detector it is, each 1 where more would not help. It orders the frames of one
 * guest before one camera; it is no probability, and does not compare cameras.
 */
export const frameQuality = (
  face: LookedFace,
  frame: Pick<FaceLook, 'width' | 'height'>,
): number => {
  const { pose, brightness, contrast } = face;
  const factors = [
    ramp(face.box.height / Math.min(frame.width, frame.height), 0.1, 0.3),
    ramp(Math.abs(pose.yaw), 45, 5),
    ramp(Math.abs(pose.pitch), 40, 8),
    ramp(Math.abs(pose.roll), 60, 10),
    // The eye and the lens work in ratios of detail.
    ramp(Math.log(face.sharpness), Math.log(0.004), Math.log(0.06)),
    ramp(brightness, 20, 80) * ramp(brightness, 250, 200),
    ramp(contrast, 4, 18),
    ramp(face.evenness, 0.1, 0.8),
    ramp(face.mouthCovered, 1, 0.1),
    ramp(face.score, 0.4, 0.85),
  ];
  const product = factors.reduce((quality, factor) => quality * factor, 1);
  return Number.isNaN(product) ? 0 : product;
};
