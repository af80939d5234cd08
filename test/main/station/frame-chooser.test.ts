import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseFrom,
  dropPassed,
  gather,
  leastApart,
  mostFrames,
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
    leftOver.push(...gathered.leftOver);
  }
  return { gathering, leftOver };
};

const qualitiesOf = (frames: readonly GoodFrame[] | undefined): readonly number[] | undefined =>
  frames?.map(({ quality }) => quality);

describe('the frames to compare', () => {
  it('are none before three that lie apart have been seen, or one for long enough', () => {
    const two = gatherAll([frame(0, 0.5), frame(100, 0.6)]).gathering;
    expect(chooseFrom(startGathering(0), 10_000)).toBeUndefined();
    expect(chooseFrom(two, 599)).toBeUndefined();
    expect(qualitiesOf(chooseFrom(two, 600))).toEqual([0.6, 0.5]);
    const three = gatherAll([frame(200, 0.1)], two).gathering;
    expect(qualitiesOf(chooseFrom(three, 200))).toEqual([0.6, 0.5, 0.1]);
  });

  it('are the best three, the best first, the first of those alike', () => {
    const frames = [0.4, 0.9, 0.2, 0.9, 0.5].map((quality, i) => frame(i * 100, quality));
    const { gathering, leftOver } = gatherAll(frames);
    const chosen = chooseFrom(gathering, 400);
    expect(chosen).toEqual([frames[1], frames[3], frames[4]]);
    expect(leftOver).toEqual([frames[2]!.image, frames[0]!.image]);
  });

  it('are of neighbours only the better one, of those alike the first', () => {
    const worse = [frame(0, 0.9), frame(79, 0.8), frame(80, 0.7)];
    expect(chooseFrom(gatherAll(worse).gathering, 80)).toBeUndefined();
    expect(chooseFrom(gatherAll(worse).gathering, 600)).toEqual([worse[0], worse[2]]);
    const better = [frame(0, 0.7), frame(79, 0.8), frame(80, 0.8)];
    const { gathering, leftOver } = gatherAll(better);
    expect(chooseFrom(gathering, 600)).toEqual([better[1]]);
    expect(leftOver).toEqual([better[0]!.image, better[2]!.image]);
  });

  it('are none of those that came too early', () => {
    const early = frame(699, 1);
    const { gathering, leftOver } = gatherAll([early, early, early], startGathering(700));
    expect(gathering).toEqual(startGathering(700));
    expect(leftOver).toHaveLength(3);
    const later = gatherAll([frame(700, 0.2)], startGathering(700)).gathering;
    expect(qualitiesOf(later.frames)).toEqual([0.2]);
  });
});

describe('a moment', () => {
  it('that has passed unfinished is let go of with its images', () => {
    const { gathering } = gatherAll([frame(100, 0.9), frame(300, 0.8)], startGathering(50));
    expect(dropPassed(gathering, 2100)).toEqual({ gathering, leftOver: [] });
    expect(dropPassed(gathering, 2101)).toEqual({
      gathering: startGathering(50),
      leftOver: gathering.frames.map(({ image }) => image),
    });
  });

  it('in which nothing was seen does not pass', () => {
    const gathering = startGathering(50);
    expect(dropPassed(gathering, 1e9)).toEqual({ gathering, leftOver: [] });
  });
});

describe('of all images given', () => {
  it('a few that lie apart are kept, the best among them, and every other one handed back once', () => {
    const given = fc.array(
      fc.record({ at: fc.nat(3000), quality: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(given, fc.nat(1000), (frames, countsFrom) => {
        const all = frames.map(({ at, quality }) => ({ at, quality, image: Uint8Array.of(1) }));
        const { gathering, leftOver } = gatherAll(all, startGathering(countsFrom));
        const kept = gathering.frames;
        expect(new Set([...leftOver, ...kept.map(({ image }) => image)])).toEqual(
          new Set(all.map(({ image }) => image)),
        );
        expect(leftOver).toHaveLength(all.length - kept.length);
        expect(kept.length).toBeLessThanOrEqual(mostFrames);
        const times = kept.map(({ at }) => at).toSorted((a, b) => a - b);
        for (const [i, at] of times.slice(1).entries())
          expect(at - (times[i] ?? at)).toBeGreaterThanOrEqual(leastApart);
        const counted = all.filter(({ at }) => at >= countsFrom);
        expect(kept[0]?.quality ?? -1).toBe(Math.max(-1, ...counted.map(({ quality }) => quality)));
        expect(kept).toEqual(kept.toSorted((a, b) => b.quality - a.quality));
      }),
    );
  });
});
