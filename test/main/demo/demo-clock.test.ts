import { describe, expect, it } from 'vitest';
import { passes, systemClock, type DemoClock } from '../../../main/demo/demo-clock.ts';

const clockWith = (pause: DemoClock['pause']): DemoClock => ({ now: () => new Date(), pause });

describe('time in a demonstration', () => {
  it('passes', async () => {
    const asked: number[] = [];
    const clock = clockWith((ms) => {
      asked.push(ms);
      return Promise.resolve();
    });
    expect(await passes(clock, 800, new AbortController().signal)).toBe(true);
    expect(asked).toEqual([800]);
  });

  it('does not pass in a story that is cut off', async () => {
    const story = new AbortController();
    const passing = passes(systemClock, 60_000, story.signal);
    story.abort();
    expect(await passing).toBe(false);
    expect(await passes(systemClock, 60_000, story.signal)).toBe(false);
  });

  it('that fails is a failure, and no cut', async () => {
    const broken = clockWith(() => Promise.reject(new Error('broken')));
    await expect(passes(broken, 1, new AbortController().signal)).rejects.toThrow('broken');
  });
});
