import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChipCache } from '../../../main/face/chip-cache.ts';
import type { FaceAnalyser, FaceAnalysis, TypedImage } from '../../../main/face/types.ts';

const origin = { x: 0, y: 0 };
/** Analyses a photograph by its first byte, 0 for one without a face, and notes what it was given. */
class CountingAnalyser implements FaceAnalyser {
  readonly models = { embedding: 'hash' };
  readonly seen: TypedImage[][] = [];

  analyse(images: readonly TypedImage[]): Promise<readonly FaceAnalysis[]> {
    this.seen.push([...images]);
    return Promise.resolve(
      images.map(({ image: [number = 0] }) => ({
        face:
          number === 0
            ? undefined
            : {
                box: { ...origin, width: 1, height: 1 },
                score: 0.9,
                landmarks: [origin, origin, origin, origin, origin],
                embedding: Float32Array.of(number, 1),
              },
        faceCount: number === 0 ? 0 : 1,
        width: 102,
        height: 126,
        timings: { decode: 1, detect: 2, landmarks: 3, align: 4, embed: 5 },
      })),
    );
  }
}

const chip = (number: number): TypedImage => ({ type: 'IDPic', image: Uint8Array.of(number, 7) });
const frame = (number: number): TypedImage => ({ type: 'FacePic', image: Uint8Array.of(number) });
const firstNumbers = (analyses: readonly FaceAnalysis[]): readonly (number | undefined)[] =>
  analyses.map(({ face }) => face?.embedding[0]);

let analyser: CountingAnalyser;
let cache: ChipCache;
beforeEach(() => {
  vi.useFakeTimers();
  analyser = new CountingAnalyser();
  cache = new ChipCache(analyser, 1000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the chip photo of a visit', () => {
  test('is analysed once, however many frames it is compared with', async () => {
    expect(firstNumbers(await cache.analyse([chip(1), frame(2)]))).toEqual([1, 2]);
    expect(firstNumbers(await cache.analyse([frame(3), chip(1)]))).toEqual([3, 1]);
    expect(firstNumbers(await cache.analyse([chip(1)]))).toEqual([1]);
    expect(analyser.seen).toEqual([[chip(1), frame(2)], [frame(3)], []]);
  });

  test('is the same the second time, but for the time it took', async () => {
    const [first] = await cache.analyse([chip(1)]);
    const [second] = await cache.analyse([chip(1)]);
    const timings = { decode: 0, detect: 0, landmarks: 0, align: 0, embed: 0 };
    expect(first?.timings.embed).toBe(5);
    expect(second).toEqual({ ...first, timings });
  });

  test('without a face is not looked at twice either', async () => {
    await cache.analyse([chip(0)]);
    expect((await cache.analyse([chip(0)]))[0]?.face).toBeUndefined();
    expect(analyser.seen.flat()).toEqual([chip(0)]);
  });

  test('that could not be analysed is tried again', async () => {
    vi.spyOn(analyser, 'analyse').mockRejectedValueOnce(new Error('cut off'));
    await expect(cache.analyse([chip(1)])).rejects.toThrow('cut off');
    expect(firstNumbers(await cache.analyse([chip(1)]))).toEqual([1]);
  });
});

describe('nothing is kept', () => {
  test('of a camera frame', async () => {
    await cache.analyse([frame(1)]);
    await cache.analyse([frame(1)]);
    expect(analyser.seen).toEqual([[frame(1)], [frame(1)]]);
  });

  test('of the last guest once another card was read, even if its photo cannot be analysed', async () => {
    await cache.analyse([chip(1)]);
    vi.spyOn(analyser, 'analyse').mockRejectedValueOnce(new Error('cut off'));
    await cache.analyse([chip(2)]).catch(() => undefined);
    await cache.analyse([chip(1)]);
    expect(analyser.seen).toEqual([[chip(1)], [chip(1)]]);
  });

  test('when nobody asked for it for so long', async () => {
    await cache.analyse([chip(1)]);
    vi.advanceTimersByTime(999);
    await cache.analyse([chip(1)]);
    expect(analyser.seen).toEqual([[chip(1)], []]);
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
    await cache.analyse([chip(1)]);
    expect(analyser.seen).toEqual([[chip(1)], [], [chip(1)]]);
  });

  test.each([
    ['another comes', () => cache.analyse([chip(2)])],
    ['its time is over', () => vi.advanceTimersByTime(1000)],
  ])('in memory when %s: it is overwritten, and what was handed out is not', async (_, end) => {
    const slice = vi.spyOn(Float32Array.prototype, 'slice');
    const handedOut = [...(await cache.analyse([chip(1)]))];
    handedOut.push(...(await cache.analyse([chip(1)])));
    const copies = slice.mock.results.map(({ value }) => value as Float32Array);
    await end();
    expect(firstNumbers(handedOut)).toEqual([1, 1]);
    const kept = copies.filter((copy) => handedOut.every(({ face }) => face?.embedding !== copy));
    expect(kept).toEqual([Float32Array.of(0, 0)]);
  });
});
