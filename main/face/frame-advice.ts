import type { FaceLook, LookedFace } from './face-look.ts';
import { frameLimits, isBeyond } from './frame-limits.ts';
import { frameQuality } from './frame-quality.ts';

/** What a guest before the camera can be told, most urgent first; `good` asks for nothing. */
export const instructions = [
  'nobody',
  'one-person-only',
  'closer',
  'farther',
  'centre',
  // Glare first: what is white all over lacks contrast, too, but not light.
  'less-light',
  'light',
  'uncover-face',
  'look-straight',
  'hold-still',
  'good',
] as const;
export type Instruction = (typeof instructions)[number];

/** What to tell the guest, and whether the frame may be compared. */
export interface FrameAdvice {
  readonly instruction: Instruction;
  /** How well the frame suits a comparison, 0 to 1: to choose the best of several (`frameQuality`). */
  readonly quality: number;
  /** Whether it is good enough to be compared. */
  readonly accepted: boolean;
}

/**
 * Advises on a frame: one instruction, the most urgent one. What was asked for last is asked for
 * until the guest has done a little more than would have been enough at first.
 *
 * @param previous - the advice on the frame before, if there was one.
 */
export const adviseOn = (
  look: FaceLook,
  previous?: Pick<FrameAdvice, 'instruction'>,
): FrameAdvice => {
  const { face } = look;
  const instruction =
    face === undefined
      ? 'nobody'
      : (instructions.find((complaint) =>
          complaints[complaint](face, look, complaint === previous?.instruction),
        ) ?? 'good');
  const quality = face === undefined ? 0 : frameQuality(face, look);
  return { instruction, quality, accepted: instruction === 'good' };
};

type Frame = Pick<FaceLook, 'width' | 'height'>;

/** Whether a face gives cause for an instruction, which may be the one on show. */
type Complaint = (face: LookedFace, frame: Frame, isShown: boolean) => boolean;

const complaints: Readonly<Record<Instruction, Complaint>> = {
  nobody: () => false,
  'one-person-only': ({ secondLargestShare }, _, isShown) =>
    isBeyond(frameLimits.bystander, secondLargestShare, isShown),
  closer: ({ box }, frame, isShown) => isBeyond(frameLimits.smallest, sizeOf(box, frame), isShown),
  farther: ({ box }, frame, isShown) => isBeyond(frameLimits.largest, sizeOf(box, frame), isShown),
  centre: ({ box }, frame, isShown) =>
    isBeyond(frameLimits.offCentre, offCentre(box, frame), isShown) ||
    isBeyond(frameLimits.beyondEdge, beyondEdge(box, frame), isShown),
  light: ({ brightness, contrast, evenness }, _, isShown) =>
    isBeyond(frameLimits.dark, brightness, isShown) ||
    isBeyond(frameLimits.flat, contrast, isShown) ||
    isBeyond(frameLimits.uneven, evenness, isShown),
  'less-light': ({ brightness }, _, isShown) => isBeyond(frameLimits.bright, brightness, isShown),
  'uncover-face': ({ mouthCovered }, _, isShown) =>
    isBeyond(frameLimits.covered, mouthCovered, isShown),
  'look-straight': ({ pose }, _, isShown) =>
    (['yaw', 'pitch', 'roll'] as const).some((axis) =>
      isBeyond(frameLimits[axis], Math.abs(pose[axis]), isShown),
    ),
  'hold-still': ({ sharpness }, _, isShown) => isBeyond(frameLimits.blurred, sharpness, isShown),
  good: () => true,
};

const sizeOf = ({ height }: LookedFace['box'], frame: Frame): number =>
  height / Math.min(frame.width, frame.height);

const offCentre = ({ x, y, width, height }: LookedFace['box'], frame: Frame): number =>
  Math.max(
    Math.abs((x + width / 2) / frame.width - 0.5),
    Math.abs((y + height / 2) / frame.height - 0.5),
  );

const beyondEdge = ({ x, y, width, height }: LookedFace['box'], frame: Frame): number =>
  Math.max(
    -x / width,
    -y / height,
    (x + width - frame.width) / width,
    (y + height - frame.height) / height,
  );
