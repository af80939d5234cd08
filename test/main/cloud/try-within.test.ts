import { describe, expect, test } from 'vitest';
import { CloudError, type CloudErrorCode } from '../../../main/cloud/cloud-error.ts';
import { tryWithin } from '../../../main/cloud/try-within.ts';
import {
  CompareFacesError,
  type CompareFacesErrorCode,
} from '../../../main/compare/compare-faces-error.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import { caughtFrom } from './caught-from.ts';

/** A clock that moves only when somebody waits or a try takes its time. */
const handClock = () => {
  const clock = {
    time: 0,
    waits: [] as number[],
    elapsed: () => clock.time,
    wait: (ms: number) => {
      clock.waits.push(ms);
      clock.time += ms;
      return Promise.resolve();
    },
  };
  return clock;
};

/** Tries that fail in turn, each after a time, and then succeed. */
const failing = (clock: { time: number }, ...failures: readonly (readonly [Error, number])[]) => {
  const limits: number[] = [];
  const attempt = (limitMs: number): Promise<string> => {
    limits.push(limitMs);
    const [error, takes] = failures[limits.length - 1] ?? [undefined, 0];
    clock.time += takes;
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  };
  return { attempt, limits };
};

describe('tried once more', () => {
  test.each<[CloudErrorCode, number]>([
    ['cloud.unreachable', 250],
    ['cloud.unavailable', 250],
    ['cloud.timed-out', 0],
    ['cloud.throttled', 1000],
  ])('%s, after %d ms', async (code, pause) => {
    const clock = handClock();
    const { attempt } = failing(clock, [new CloudError(code), 0]);
    expect(await tryWithin(8000, attempt, clock)).toBe('done');
    expect(clock.waits).toEqual([pause]);
  });

  test.each<CompareFacesErrorCode>(['Error.InternalError', 'Error.CompareFacesError'])(
    '%s: the service broke down',
    async (code) => {
      const clock = handClock();
      const { attempt } = failing(clock, [new CompareFacesError(code), 0]);
      expect(await tryWithin(8000, attempt, clock)).toBe('done');
    },
  );

  test('throttling, after as long as the service asks', async () => {
    const clock = handClock();
    const { attempt } = failing(clock, [
      new CloudError('cloud.throttled', { retryAfterMs: 42 }),
      0,
    ]);
    await tryWithin(8000, attempt, clock);
    expect(clock.waits).toEqual([42]);
  });

  test('with the time the first try left', async () => {
    const clock = handClock();
    const { attempt, limits } = failing(clock, [new CloudError('cloud.timed-out'), 4000]);
    await tryWithin(8000, attempt, clock);
    expect(limits).toEqual([4000, 4000]);
  });

  test('with nearly all of the time where the first failed at once', async () => {
    const clock = handClock();
    const { attempt, limits } = failing(clock, [new CloudError('cloud.unreachable'), 10]);
    await tryWithin(8000, attempt, clock);
    expect(limits).toEqual([4000, 7740]);
  });
});

describe('not tried again', () => {
  test.each([
    new CloudError('cloud.refused'),
    new CloudError('cloud.credentials-refused'),
    new CloudError('cloud.clock-wrong'),
    new CloudError('cloud.no-credentials'),
    new CloudError('cloud.bad-reply'),
    new CloudError('cloud.untrusted'),
    new CompareFacesError('Error.NoFaceDetected'),
    new CompareFacesError('Error.NoPermissionAccess'),
    new FaceError('image.not-an-image'),
    new TypeError('a defect of ours'),
  ])('%s', async (failure) => {
    const clock = handClock();
    const { attempt, limits } = failing(clock, [failure, 0]);
    expect(await caughtFrom(() => tryWithin(8000, attempt, clock))).toBe(failure);
    expect(limits).toHaveLength(1);
  });

  test('what failed twice', async () => {
    const clock = handClock();
    const last = new CloudError('cloud.unavailable');
    const { attempt, limits } = failing(clock, [new CloudError('cloud.unreachable'), 0], [last, 0]);
    expect(await caughtFrom(() => tryWithin(8000, attempt, clock))).toBe(last);
    expect(limits).toHaveLength(2);
  });

  test('where the service wants to be left alone for longer than a guest can wait', async () => {
    const clock = handClock();
    const failure = new CloudError('cloud.throttled', { retryAfterMs: 6001 });
    const { attempt } = failing(clock, [failure, 0]);
    expect(await caughtFrom(() => tryWithin(8000, attempt, clock))).toBe(failure);
    expect(clock.waits).toEqual([]);
  });
});
