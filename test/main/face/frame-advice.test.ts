import { describe, expect, test } from 'vitest';
import type { LookedFace } from '../../../main/face/face-look.ts';
import { adviseOn, instructions, type Instruction } from '../../../main/face/frame-advice.ts';
import { emptyLook, goodFace, lookWith } from './looked-face.ts';

const straight = goodFace.pose;
/** A square box in a frame of 640 × 480. */
const boxAt = (x: number, y: number, side: number): Pick<LookedFace, 'box'> => ({
  box: { x, y, width: side, height: side },
});

/** What gives cause for each instruction, most urgent first. */
const causes: readonly (readonly [Instruction, string, Partial<LookedFace>])[] = [
  ['one-person-only', 'a second face half as large', { secondLargestShare: 0.5 }],
  ['closer', 'a face of a seventh of the height', boxAt(286, 206, 68)],
  ['farther', 'a face of four fifths of the height', boxAt(128, 48, 384)],
  ['centre', 'a face at the side', boxAt(450, 150, 160)],
  ['centre', 'a face far down', boxAt(240, 290, 160)],
  ['centre', 'a face that reaches past the edge', boxAt(160, -30, 320)],
  ['less-light', 'a face that is nearly white', { brightness: 235 }],
  ['light', 'a dark face', { brightness: 35 }],
  ['light', 'a face in fog', { contrast: 6 }],
  ['light', 'a face lit from one side', { evenness: 0.3 }],
  ['uncover-face', 'a mask', { mouthCovered: 0.9 }],
  ['look-straight', 'a face turned left', { pose: { ...straight, yaw: -32 } }],
  ['look-straight', 'a face turned right', { pose: { ...straight, yaw: 32 } }],
  ['look-straight', 'a bowed head', { pose: { ...straight, pitch: -30 } }],
  ['look-straight', 'a tilted head', { pose: { ...straight, roll: 30 } }],
  ['hold-still', 'a blurred face', { sharpness: 0.012 }],
];

describe('the advice on a frame', () => {
  test('is good where nothing is wrong, and the frame is accepted', () => {
    expect(adviseOn(lookWith())).toEqual({ instruction: 'good', quality: 1, accepted: true });
  });

  test('is that nobody is there where no face was seen', () => {
    expect(adviseOn(emptyLook)).toEqual({ instruction: 'nobody', quality: 0, accepted: false });
  });

  test.each(causes)('is %s for %s', (instruction, _, cause) => {
    expect(adviseOn(lookWith(cause))).toMatchObject({ instruction, accepted: false });
  });

  test('covers every instruction in these tests', () => {
    const covered = new Set(['nobody', 'good', ...causes.map(([instruction]) => instruction)]);
    expect([...covered].sort()).toEqual([...instructions].sort());
  });

  test('asks for the most urgent thing first', () => {
    for (const [i, [first, , one]] of causes.entries())
      for (const [later, , another] of causes.slice(i + 1)) {
        // Two causes that concern the same number cannot be true together.
        if (Object.keys(one).some((key) => key in another)) continue;
        const { instruction } = adviseOn(lookWith({ ...another, ...one }));
        expect(instruction, `${first} and ${later}`).toBe(first);
      }
  });

  test('goes by the shorter side of an upright frame', () => {
    const upright = { width: 480, height: 640 };
    expect(adviseOn(lookWith(boxAt(160, 240, 160), upright)).instruction).toBe('good');
    expect(adviseOn(lookWith(boxAt(50, 130, 380), upright)).instruction).toBe('farther');
  });

  test('takes a number that is none for the worst', () => {
    expect(adviseOn(lookWith({ sharpness: NaN }))).toEqual({
      instruction: 'hold-still',
      quality: 0,
      accepted: false,
    });
    expect(adviseOn(lookWith({ pose: { ...straight, yaw: NaN } })).accepted).toBe(false);
    expect(adviseOn(lookWith({ brightness: NaN })).accepted).toBe(false);
  });
});

describe('an instruction on show', () => {
  const nearly: readonly (readonly [Instruction, Partial<LookedFace>])[] = [
    ['one-person-only', { secondLargestShare: 0.35 }],
    ['closer', boxAt(270, 190, 100)],
    ['farther', boxAt(140, 60, 350)],
    ['centre', boxAt(380, 150, 160)],
    ['light', { brightness: 50 }],
    ['less-light', { brightness: 216 }],
    ['uncover-face', { mouthCovered: 0.6 }],
    ['look-straight', { pose: { ...straight, yaw: 23 } }],
    ['hold-still', { sharpness: 0.024 }],
  ];

  test.each(nearly)(
    '%s stays until a little more was done than is needed',
    (instruction, cause) => {
      const look = lookWith(cause);
      expect(adviseOn(look, { instruction }).instruction).toBe(instruction);
      expect(adviseOn(look, { instruction: 'good' }).instruction).toBe('good');
      expect(adviseOn(look).instruction).toBe('good');
    },
  );

  test('does not come back for a number that trembles at its limit', () => {
    let instruction: Instruction = 'good';
    const shown: Instruction[] = [];
    for (const yaw of [24, 26, 24, 25.5, 23, 26, 20, 24, 20, 24]) {
      ({ instruction } = adviseOn(lookWith({ pose: { ...straight, yaw } }), { instruction }));
      shown.push(instruction);
    }
    const changes = shown.filter((one, i) => i > 0 && one !== shown[i - 1]);
    expect(changes).toEqual(['look-straight', 'good']);
  });

  test('gives way at once to a more urgent one, and to nobody', () => {
    const look = lookWith({ sharpness: 0.024, secondLargestShare: 0.8 });
    expect(adviseOn(look, { instruction: 'hold-still' }).instruction).toBe('one-person-only');
    expect(adviseOn(emptyLook, { instruction: 'hold-still' }).instruction).toBe('nobody');
  });

  test('holds up no other number', () => {
    const look = lookWith({ brightness: 50 });
    expect(adviseOn(look, { instruction: 'hold-still' }).instruction).toBe('good');
  });
});
