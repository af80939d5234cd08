import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseFrom,
  dropPassed,
  gather,
  startGathering,
  type Gathering,
  type GoodFrame,
} from '../../../main/station/frame-chooser.ts';

const frame = (at: number, quality: number): GoodFrame => ({
  at,
  quality,
  image: Uint8Array.of(at % 251, quality * 100),
});

/** Gathers frames, and the images that were let go of. */
const gatherAll = (
  frames: readonly GoodFrame[],
  from = startGathering(0),
): { readonly gathering: Gathering; readonly leftOver: readonly Uint8Array[] } => {
  let gathering = from;
  const leftOver: Uint8Array[] = [];
  for (const one of frames) {
    const gathered = gather(gathering, one);
    ({ gathering } = gathered);
    if (gathered.leftOver) leftOver.push(gathered.leftOver);
  }
  return { gathering, leftOver };
};

describe('the frame to compare', () => {
  it('is none before three have been seen, or one for long enough', () => {
    const two = gatherAll([frame(0, 0.5), frame(100, 0.6)]).gathering;
    expect(chooseFrom(startGathering(0), 10_000)).toBeUndefined();
    expect(chooseFrom(two, 599)).toBeUndefined();
    expect(chooseFrom(two, 600)?.quality).toBe(0.6);
    expect(chooseFrom(gatherAll([frame(200, 0.1)], two).gathering, 200)?.quality).toBe(0.6);
  });

  it('is the best of them, the first of those alike', () => {
    const frames = [frame(0, 0.4), frame(100, 0.9), frame(200, 0.9)];
    const { gathering, leftOver } = gatherAll(frames);
    expect(chooseFrom(gathering, 200)).toBe(frames[1]);
    expect(leftOver).toEqual([frames[0]!.image, frames[2]!.image]);
  });

  it('is none of those that came too early', () => {
    const early = frame(699, 1);
    const { gathering, leftOver } = gatherAll([early, early, early], startGathering(700));
    expect(gathering).toEqual(startGathering(700));
    expect(leftOver).toHaveLength(3);
    expect(gatherAll([frame(700, 0.2)], startGathering(700)).gathering.best?.quality).toBe(0.2);
  });
});

describe('a moment', () => {
  it('that has passed unfinished is let go of with its image', () => {
    const { gathering } = gatherAll([frame(100, 0.9)], startGathering(50));
    expect(dropPassed(gathering, 2100)).toEqual({ gathering });
    expect(dropPassed(gathering, 2101)).toEqual({
      gathering: startGathering(50),
      leftOver: gathering.best?.image,
    });
  });

  it('in which nothing was seen does not pass', () => {
    const gathering = startGathering(50);
    expect(dropPassed(gathering, 1e9)).toEqual({ gathering });
  });
});

describe('of all images given', () => {
  it('exactly one is kept, and every other one handed back to be overwritten', () => {
    const given = fc.array(
      fc.record({ at: fc.nat(3000), quality: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(given, fc.nat(1000), (frames, countsFrom) => {
        const all = frames.map(({ at, quality }) => ({ at, quality, image: Uint8Array.of(1) }));
        const { gathering, leftOver } = gatherAll(all, startGathering(countsFrom));
        const kept = gathering.best === undefined ? [] : [gathering.best.image];
        expect(new Set([...leftOver, ...kept])).toEqual(new Set(all.map(({ image }) => image)));
        expect(leftOver).toHaveLength(all.length - kept.length);
        const counted = all.filter(({ at }) => at >= countsFrom);
        expect(gathering.count).toBe(counted.length);
        expect(gathering.best?.quality ?? -1).toBe(
          Math.max(-1, ...counted.map(({ quality }) => quality)),
        );
      }),
    );
  });
});
