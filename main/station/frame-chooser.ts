/*
 * Which frame of the stream is compared. Each comparison takes its share of the FAR, so the best of a
 * moment is chosen by its measured quality, and the next attempt gets another moment: eyes that were
 * shut in one frame are shut in its neighbours.
 */

/** A frame that was found good enough to compare. */
export interface GoodFrame {
  /** When it was offered, in milliseconds. */
  readonly at: number;
  /** 0 to 1. */
  readonly quality: number;
  readonly image: Uint8Array;
}

/** Good frames of one moment. Of their images only the best is kept. */
export interface Gathering {
  /** Frames before this do not count. */
  readonly countsFrom: number;
  readonly count: number;
  /** When the first one was offered. */
  readonly since?: number;
  readonly best?: GoodFrame;
}

/** A guest needs so long to look up from the notice, in milliseconds. */
export const timeToLookUp = 700;

/** Milliseconds from one chosen frame to the first that counts for the next attempt. */
export const timeToChange = 500;

const enoughFrames = 3;
const enoughTime = 600;

/** Frames further apart than this are not of one moment: the stream stood still, or the guest turned away. */
const longestMoment = 2000;

export const startGathering = (countsFrom: number): Gathering => ({ countsFrom, count: 0 });

/** A gathering, and the image that is of no more use to it. */
export interface Gathered {
  readonly gathering: Gathering;
  readonly leftOver?: Uint8Array;
}

/** Adds a good frame. */
export const gather = (gathering: Gathering, frame: GoodFrame): Gathered => {
  if (frame.at < gathering.countsFrom) return { gathering, leftOver: frame.image };
  const { best, since = frame.at, count } = gathering;
  const isBetter = best === undefined || frame.quality > best.quality;
  const leftOver = isBetter ? best?.image : frame.image;
  return {
    gathering: { ...gathering, count: count + 1, since, best: isBetter ? frame : best },
    ...(leftOver && { leftOver }),
  };
};

/** Lets go of a moment that has passed without enough of it having been seen. */
export const dropPassed = (gathering: Gathering, now: number): Gathered => {
  const { since, best } = gathering;
  if (since === undefined || best === undefined || now - since <= longestMoment)
    return { gathering };
  return { gathering: startGathering(gathering.countsFrom), leftOver: best.image };
};

/** The frame to compare, once enough have been seen. */
export const chooseFrom = (
  { count, since, best }: Gathering,
  now: number,
): GoodFrame | undefined =>
  count >= enoughFrames || (since !== undefined && now - since >= enoughTime) ? best : undefined;
