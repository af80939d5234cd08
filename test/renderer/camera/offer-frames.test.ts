import { describe, expect, it } from 'vitest';
import type { CallOutcome } from '../../../main/ipc/bridge.ts';
import type { FrameAdvice } from '../../../main/ipc/stage-schema.ts';
import { offerFrames } from '../../../renderer/camera/offer-frames.ts';

const seen: FrameAdvice = { seen: true, instruction: 'good' };
const failure: CallOutcome<FrameAdvice> = {
  ok: false,
  error: { code: 'engine.timed-out', message: 'No answer.', messageZh: '没有响应。', data: {} },
};

interface Stage {
  /** How long each pause was wanted to be. */
  readonly pauses: number[];
  readonly told: unknown[];
  readonly stop: AbortController;
  /** How many frames were under way at once, at most. */
  readonly most: () => number;
  readonly taken: () => number;
}

interface StageOptions {
  /** What the station answers to the n-th frame, counted from 1, and how long it takes for it. */
  readonly answer?: (n: number) => CallOutcome<FrameAdvice>;
  readonly takes?: number;
  readonly take?: (n: number) => Promise<Uint8Array>;
  /** After how many pauses nobody wants frames any more. */
  readonly pauses: number;
}

/** Offers frames until there were as many pauses, by a clock that only a look and a pause move on. */
const run = async ({ answer, take, takes = 0, pauses }: StageOptions): Promise<Stage> => {
  const stop = new AbortController();
  const stage = { pauses: [] as number[], told: [] as unknown[], stop };
  let [time, underWay, most, taken] = [0, 0, 0, 0];
  const done: Stage = { ...stage, most: () => most, taken: () => taken };
  await offerFrames({
    visit: 3,
    take: async () => {
      taken += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        return (await take?.(taken)) ?? Uint8Array.of(taken);
      } catch (caught) {
        underWay -= 1;
        throw caught;
      }
    },
    bridge: {
      offerFrame: async ({ visit, frame }) => {
        expect([visit, frame]).toEqual([3, Uint8Array.of(taken)]);
        await Promise.resolve();
        time += takes;
        underWay -= 1;
        return answer?.(taken) ?? { ok: true, value: seen };
      },
    },
    onAdvice: (advice) => stage.told.push(advice),
    onFailure: (error) => stage.told.push(error?.code),
    now: () => time,
    pause: async (ms) => {
      stage.pauses.push(ms);
      if (stage.pauses.length >= pauses) stop.abort();
      await Promise.resolve();
      time += ms;
    },
    signal: stop.signal,
  });
  return done;
};

describe('frames that are offered', () => {
  it('are taken one at a time, with a pause after each', async () => {
    const { most, taken, told, pauses } = await run({ pauses: 4 });
    expect([most(), taken()]).toEqual([1, 4]);
    expect(told).toEqual([seen, seen, seen, seen]);
    expect(Math.min(...pauses)).toBeGreaterThan(0);
  });

  it('come at a bounded rate: the time a look took is taken off the pause', async () => {
    const [quick, slow] = [await run({ pauses: 3 }), await run({ takes: 20, pauses: 3 })];
    const [interval] = quick.pauses;
    expect(quick.pauses).toEqual([interval, interval, interval]);
    expect(slow.pauses).toEqual(quick.pauses.map((ms) => ms - 20));
  });

  it('come without a pause where a look took longer than that', async () => {
    let looks = 0;
    const { pauses } = await run({
      takes: 10_000,
      // The third one fails, after which there always is a pause.
      answer: () => (++looks < 3 ? { ok: true, value: seen } : failure),
      pauses: 1,
    });
    expect([looks, pauses.length]).toEqual([3, 1]);
  });

  it('come more slowly after one that failed, and go on', async () => {
    const answer: StageOptions['answer'] = (n) => (n === 2 ? failure : { ok: true, value: seen });
    const { pauses, told } = await run({ answer, pauses: 3 });
    expect(pauses[1]).toBeGreaterThan(2 * pauses[0]!);
    expect(pauses[2]).toBe(pauses[0]);
    expect(told).toEqual([seen, 'engine.timed-out', seen]);
  });

  it('wait for a camera that gives no picture, and say that there is none', async () => {
    const take: StageOptions['take'] = (n) =>
      n === 1 ? Promise.reject(new Error('no picture')) : Promise.resolve(Uint8Array.of(n));
    const { pauses, told } = await run({ take, pauses: 2 });
    expect(told).toEqual([undefined, seen]);
    expect(pauses[0]).toBeGreaterThan(2 * pauses[1]!);
  });
});

describe('once nobody wants frames any more', () => {
  const base = { visit: 1, now: () => 0, pause: () => Promise.resolve() } as const;
  const untold = (): never => {
    throw new Error('told after the end');
  };
  const quiet = { onAdvice: untold, onFailure: untold } as const;

  it('none is taken', async () => {
    const bridge = { offerFrame: untold };
    await offerFrames({ ...base, ...quiet, bridge, take: untold, signal: AbortSignal.abort() });
  });

  it('one that was taken meanwhile is not sent', async () => {
    const stop = new AbortController();
    const take = (): Promise<Uint8Array> => {
      stop.abort();
      return Promise.resolve(Uint8Array.of(1));
    };
    const bridge = { offerFrame: untold };
    await offerFrames({ ...base, ...quiet, bridge, take, signal: stop.signal });
  });

  it('a camera that gives no picture is not told of', async () => {
    const stop = new AbortController();
    const take = (): Promise<Uint8Array> => {
      stop.abort();
      return Promise.reject(new Error('the camera is off'));
    };
    const bridge = { offerFrame: untold };
    await offerFrames({ ...base, ...quiet, bridge, take, signal: stop.signal });
  });

  it.each([
    ['advice', { ok: true, value: seen } as const],
    ['failure', failure],
  ])('an %s that comes in is told to nobody', async (_what, outcome) => {
    const stop = new AbortController();
    const bridge = {
      offerFrame: () => {
        stop.abort();
        return Promise.resolve(outcome);
      },
    };
    const take = (): Promise<Uint8Array> => Promise.resolve(Uint8Array.of(1));
    await offerFrames({ ...base, ...quiet, bridge, take, signal: stop.signal });
  });
});
