import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../../main/station/clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('this computer’s clock tells the time on the wall, and how much has passed', () => {
  const begun = systemClock.elapsed();
  expect(new Date(systemClock.now()).toISOString()).toBe('2026-03-10T12:00:00.000Z');
  vi.advanceTimersByTime(1500);
  expect(systemClock.elapsed() - begun).toBe(1500);
  vi.setSystemTime(new Date('2020-01-01T00:00:00Z'));
  expect(systemClock.elapsed() - begun).toBe(1500);
});

it('this computer’s clock does a work once, unless it is called off', () => {
  const done: string[] = [];
  systemClock.after(1000, () => done.push('first'));
  const callOff = systemClock.after(1000, () => done.push('second'));
  vi.advanceTimersByTime(999);
  expect(done).toEqual([]);
  callOff();
  vi.advanceTimersByTime(5000);
  expect(done).toEqual(['first']);
});
