import type { WeightedFrame } from '../compare/contract.ts';

/*
 * Which frames of the stream are compared. Each comparison takes its share of the FAR, so the best few of
 * a moment are chosen by their measured quality and compared as one, and the next attempt gets another
 * moment: eyes that were shut in one frame are shut in its neighbours.
 */

/** A frame that was found good enough to compare. */
export interface GoodFrame extends WeightedFrame {
  /** When it was offered, in milliseconds. */
  readonly at: number;
}

/** Frames to compare as one, the best first. */
export type ChosenFrames<Frame extends WeightedFrame = WeightedFrame> = readonly [
  best: Frame,
  ...further: Frame[],
];

/** Good frames of one moment. Of their images only those are kept that may be compared. */
export interface Gathering {
  /** Frames before this do not count. */
  readonly countsFrom: number;
  /** When the first one was offered. */
  readonly since?: number;
  /** The best, best first: at most {@link mostFrames}, each {@link leastApart} or more from the others. */
  readonly frames: readonly GoodFrame[];
}

/** Frames of a moment that are compared as one: a fourth adds little, and its analysis takes as long. */
export const mostFrames = 3;

/** Milliseconds between two frames of a moment: nearer ones have blur, light and expression in common. */
export const leastApart = 80;

/** A guest needs so long to look up from the notice, in milliseconds. */
export const timeToLookUp = 700;

/** Milliseconds from one chosen frame to the first that counts for the next attempt. */
export const timeToChange = 500;

/** Milliseconds after which fewer frames will do. */
const enoughTime = 600;

/** Frames further apart than this are not of one moment: the stream stood still, or the guest turned away. */
const longestMoment = 2000;

export const startGathering = (countsFrom: number): Gathering => ({
  countsFrom,
  frames: [],
});

/** A gathering, and the images that are of no more use to it. */
export interface Gathered {
  readonly gathering: Gathering;
  readonly leftOver: readonly Uint8Array[];
}

/** Adds a good frame. */
export const gather = (gathering: Gathering, frame: GoodFrame): Gathered => {
  if (frame.at < gathering.countsFrom) return { gathering, leftOver: [frame.image] };
  const { frames, since = frame.at } = gathering;
  const kept = bestOf(frames, frame);
  return {
    gathering: { ...gathering, since, frames: kept },
    leftOver: imagesOf([...frames, frame].filter((one) => !kept.includes(one))),
  };
};

/** The best with one more: of neighbours only the better, of those alike the first. */
const bestOf = (frames: readonly GoodFrame[], frame: GoodFrame): readonly GoodFrame[] => {
  const neighbours = frames.filter(({ at }) => Math.abs(at - frame.at) < leastApart);
  if (neighbours.some(({ quality }) => quality >= frame.quality)) return frames;
  return [...frames.filter((one) => !neighbours.includes(one)), frame]
    .toSorted((a, b) => b.quality - a.quality)
    .slice(0, mostFrames);
};

/** Lets go of a moment that has passed without enough of it having been seen. */
export const dropPassed = (gathering: Gathering, now: number): Gathered => {
  const { since, frames, countsFrom } = gathering;
  if (since === undefined || now - since <= longestMoment) return { gathering, leftOver: [] };
  return { gathering: startGathering(countsFrom), leftOver: imagesOf(frames) };
};

/** The frames to compare, once as many as are compared lie far enough apart, or enough time has passed. */
export const chooseFrom = (
  { since, frames: [best, ...further] }: Gathering,
  now: number,
): ChosenFrames<GoodFrame> | undefined => {
  if (best === undefined) return undefined;
  const chosen: ChosenFrames<GoodFrame> = [best, ...further];
  const isLong = since !== undefined && now - since >= enoughTime;
  return chosen.length === mostFrames || isLong ? chosen : undefined;
};

export const imagesOf = (frames: readonly WeightedFrame[]): readonly Uint8Array[] =>
  frames.map(({ image }) => image);
