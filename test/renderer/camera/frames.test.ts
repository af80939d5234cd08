import { describe, expect, it, vi } from 'vitest';
import type { StationBridge } from '../../../main/ipc/bridge.ts';
import { fitted } from '../../../renderer/camera/grab-frame.ts';
import { submitFrames } from '../../../renderer/camera/submit-frames.ts';
import { takeFrames } from '../../../renderer/camera/take-frames.ts';

const noPause = (): Promise<void> => Promise.resolve();

describe('takeFrames', () => {
  it('takes as many frames as are wanted, after a pause before each', async () => {
    let taken = 0;
    const pause = vi.fn(noPause);
    const frames = await takeFrames({
      count: 3,
      grab: () => Promise.resolve(new Uint8Array([(taken += 1)])),
      pause,
      signal: new AbortController().signal,
    });
    expect(frames.map(([first]) => first)).toEqual([1, 2, 3]);
    expect(pause).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['during a pause', 'pause'],
    ['while the last frame is taken', 'grab'],
  ])('gives up when the card is lifted %s', async (_when, where) => {
    const stop = new AbortController();
    const abort = (): void => {
      stop.abort();
    };
    const grab = vi.fn(() => {
      if (where === 'grab') abort();
      return Promise.resolve(new Uint8Array([1]));
    });
    const taking = takeFrames({
      count: 1,
      grab,
      pause: () => {
        if (where === 'pause') abort();
        return noPause();
      },
      signal: stop.signal,
    });
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
    expect(grab).toHaveBeenCalledTimes(where === 'grab' ? 1 : 0);
  });
});

describe('submitFrames', () => {
  const frames = [new Uint8Array([1])];
  const refusal = { code: 'ipc.too-large', message: 'Too large.', messageZh: '过大。', data: {} };
  const submit = (
    answer: Awaited<ReturnType<StationBridge['submitFrames']>>,
    changes: Partial<Parameters<typeof submitFrames>[0]> = {},
  ) => {
    const bridge = { submitFrames: vi.fn(() => Promise.resolve(answer)) };
    const stop = new AbortController();
    const done = submitFrames({
      bridge,
      visit: 4,
      take: () => Promise.resolve(frames),
      signal: stop.signal,
      ...changes,
    });
    return { bridge, done };
  };

  it('hands frames in with the visit they are of', async () => {
    const { bridge, done } = submit({ ok: true, value: undefined });
    expect(await done).toBeUndefined();
    expect(bridge.submitFrames).toHaveBeenCalledExactlyOnceWith({ visit: 4, frames });
  });

  it('says in both languages why they were refused', async () => {
    expect(await submit({ ok: false, error: refusal }).done).toEqual({
      code: 'ipc.too-large',
      en: 'Too large.',
      zh: '过大。',
    });
  });

  it('says that the camera gave no picture', async () => {
    const take = () => Promise.reject(new Error('no picture'));
    const { bridge, done } = submit({ ok: true, value: undefined }, { take });
    expect(await done).toMatchObject({ code: 'camera.no-frame' });
    expect(bridge.submitFrames).not.toHaveBeenCalled();
  });

  it.each([
    ['before they were taken', () => Promise.reject(new Error('aborted'))],
    ['while they were on their way', () => Promise.resolve(frames)],
  ])('has nothing to say when the card was lifted %s', async (_when, take) => {
    const signal = AbortSignal.abort();
    expect(await submit({ ok: false, error: refusal }, { take, signal }).done).toBeUndefined();
  });
});

describe('fitted', () => {
  it.each([
    [1280, 960, 1280, 960],
    [640, 480, 640, 480],
    [3840, 2160, 1280, 720],
    [1080, 1920, 720, 1280],
  ])('%i × %i becomes %i × %i', (width, height, fittedWidth, fittedHeight) => {
    expect(fitted(width, height)).toEqual({ width: fittedWidth, height: fittedHeight });
  });
});
