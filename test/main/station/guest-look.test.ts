import { describe, expect, it } from 'vitest';
import type { FaceLook } from '../../../main/face/face-look.ts';
import { GuestLook } from '../../../main/station/guest-look.ts';
import { emptyLook, goodFace, lookWith } from '../face/looked-face.ts';
import { FakeClock } from './fake-clock.ts';

const isBlank = (image: Uint8Array): boolean => image.every((byte) => byte === 0);

/** A look at frames on which is seen what the test says, when it says so. */
const open = (seen: () => FaceLook | Promise<FaceLook> = () => lookWith()) => {
  const clock = new FakeClock();
  const looked: Uint8Array[] = [];
  const look = new GuestLook(
    {
      look: async (frame) => {
        looked.push(frame.slice());
        return seen();
      },
    },
    clock,
  );
  let made = 0;
  const frame = (): Uint8Array => new Uint8Array(4).fill((made += 1));
  return { clock, look, looked, frame };
};

describe('a look at a guest', () => {
  it('sees nothing before it begins, while it pauses, and after it has ended', async () => {
    const { look, looked, frame } = open();
    const frames = [frame(), frame(), frame()];
    expect(await look.see(frames[0]!)).toEqual({ advice: { seen: false } });
    look.begin();
    look.pause();
    expect(await look.see(frames[1]!)).toEqual({ advice: { seen: false } });
    look.end();
    expect(await look.see(frames[2]!)).toEqual({ advice: { seen: false } });
    expect(looked).toEqual([]);
    expect(frames.every(isBlank)).toBe(true);
  });

  it('gives the guest time to look up before a frame counts', async () => {
    const { look, clock, frame } = open();
    look.begin();
    for (let i = 0; i < 5; i++) {
      clock.pass(100);
      expect((await look.see(frame())).chosen).toBeUndefined();
    }
    clock.pass(200);
    expect((await look.see(frame())).chosen).toBeUndefined();
    clock.pass(80);
    expect((await look.see(frame())).chosen).toBeUndefined();
    clock.pass(80);
    const [best] = (await look.see(frame())).chosen ?? [];
    expect(best?.image).toEqual(Uint8Array.of(6, 6, 6, 6));
  });

  it('chooses the best few frames, the best first, and overwrites every other', async () => {
    const sharpness = [0.02, 0.03, 0.06, 0.05, 0.04];
    const { look, clock, frame } = open(() => lookWith({ sharpness: sharpness.shift() ?? 0 }));
    look.begin();
    clock.pass(700);
    const frames = [frame(), frame(), frame(), frame(), frame()];
    // The first is too blurred to be compared at all.
    expect((await look.see(frames[0]!)).advice).toMatchObject({ instruction: 'hold-still' });
    await look.see(frames[1]!);
    // So soon after another that only the better of the two is kept.
    clock.pass(79);
    await look.see(frames[2]!);
    clock.pass(80);
    expect((await look.see(frames[3]!)).chosen).toBeUndefined();
    clock.pass(80);
    const { chosen } = await look.see(frames[4]!);
    expect(chosen?.map(({ image }) => image)).toEqual([frames[2], frames[3], frames[4]]);
    expect(chosen?.[0].quality).toBeGreaterThan(chosen?.[1]?.quality ?? 1);
    expect(frames.map(isBlank)).toEqual([true, true, false, false, false]);
  });

  it('lets the next attempt begin half a second after the last of the frames chosen', async () => {
    const sharpness = [0.06, 0.05, 0.04];
    const { look, clock, frame } = open(() => lookWith({ sharpness: sharpness.shift() ?? 0.06 }));
    look.begin();
    clock.pass(700);
    for (let i = 0; i < 2; i++) {
      await look.see(frame());
      clock.pass(100);
    }
    expect((await look.see(frame())).chosen).toHaveLength(3);
    clock.pass(499);
    const early = frame();
    await look.see(early);
    expect(isBlank(early)).toBe(true);
    clock.pass(1);
    const counted = frame();
    await look.see(counted);
    expect(isBlank(counted)).toBe(false);
  });

  it('gives the next attempt another moment', async () => {
    const { look, clock, frame } = open();
    const seeThree = async (): Promise<readonly boolean[]> => {
      const chosen: boolean[] = [];
      for (let i = 0; i < 3; i++) {
        clock.pass(80);
        chosen.push((await look.see(frame())).chosen !== undefined);
      }
      return chosen;
    };
    look.begin();
    clock.pass(620);
    expect(await seeThree()).toEqual([false, false, true]);
    look.pause();
    look.goOn();
    expect(await seeThree()).toEqual([false, false, false]);
    // The last of these comes just before half a second has passed since the last frame chosen.
    clock.pass(499 - 6 * 80);
    expect(await seeThree()).toEqual([false, false, false]);
    expect(await seeThree()).toEqual([false, false, true]);
  });

  it('does not take frames that lie far apart for one moment', async () => {
    const { look, clock, frame } = open();
    look.begin();
    clock.pass(700);
    const first = frame();
    await look.see(first);
    clock.pass(2001);
    expect((await look.see(frame())).chosen).toBeUndefined();
    expect(isBlank(first)).toBe(true);
  });

  it('looks at one frame at a time; another that comes meanwhile is overwritten', async () => {
    let seen = (): void => undefined;
    const { look, clock, frame } = open(
      () =>
        new Promise((resolve) => {
          seen = () => {
            resolve(lookWith());
          };
        }),
    );
    look.begin();
    clock.pass(700);
    const first = look.see(frame());
    const second = frame();
    expect(await look.see(second)).toEqual({ advice: { seen: false } });
    expect(isBlank(second)).toBe(true);
    seen();
    expect((await first).advice.seen).toBe(true);
  });

  it('takes nothing for the next guest that was offered of the one before', async () => {
    let seen = (): void => undefined;
    const { look, clock, frame } = open(
      () =>
        new Promise((resolve) => {
          seen = () => {
            resolve(lookWith());
          };
        }),
    );
    look.begin();
    clock.pass(700);
    const late = frame();
    const sight = look.see(late);
    look.end();
    look.begin();
    seen();
    expect(await sight).toEqual({ advice: { seen: false } });
    expect(isBlank(late)).toBe(true);
  });

  it('overwrites the frames of a moment that is not over when it ends', async () => {
    const { look, clock, frame } = open();
    look.begin();
    clock.pass(700);
    const kept = [frame(), frame()];
    await look.see(kept[0]!);
    clock.pass(100);
    await look.see(kept[1]!);
    expect(kept.map(isBlank)).toEqual([false, false]);
    look.end();
    expect(kept.map(isBlank)).toEqual([true, true]);
  });

  it('overwrites a frame that cannot be looked at, and looks at the next', async () => {
    let isBroken = true;
    const { look, clock, frame } = open(() =>
      isBroken ? Promise.reject(new Error('no photograph')) : lookWith(),
    );
    look.begin();
    clock.pass(700);
    const broken = frame();
    await expect(look.see(broken)).rejects.toThrow('no photograph');
    expect(isBlank(broken)).toBe(true);
    isBroken = false;
    expect((await look.see(frame())).advice.seen).toBe(true);
  });
});

describe('the advice', () => {
  it('has the face’s outline as shares of the frame, and none without a face', async () => {
    const looks = [lookWith({ outline: [{ x: 160, y: 120 }] }), emptyLook];
    const { look, frame } = open(() => looks.shift()!);
    look.begin();
    expect((await look.see(frame())).advice).toEqual({
      seen: true,
      instruction: 'good',
      quality: 1,
      outline: [{ x: 0.25, y: 0.25 }],
    });
    expect((await look.see(frame())).advice).toEqual({
      seen: true,
      instruction: 'nobody',
      quality: 0,
    });
  });

  it('stays with an instruction until a little more was done than is needed, for this guest', async () => {
    const turned = (yaw: number): FaceLook => lookWith({ pose: { ...goodFace.pose, yaw } });
    const looks = [turned(30), turned(23), turned(23)];
    const { look, frame } = open(() => looks.shift()!);
    const instruction = async (): Promise<unknown> => (await look.see(frame())).advice.instruction;
    look.begin();
    expect([await instruction(), await instruction()]).toEqual(['look-straight', 'look-straight']);
    look.begin();
    expect(await instruction()).toBe('good');
  });
});
