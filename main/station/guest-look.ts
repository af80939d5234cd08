import { adviseOn, type Instruction } from '../face/frame-advice.ts';
import type { FaceLook } from '../face/face-look.ts';
import type { FaceLooker, Point } from '../face/types.ts';
import type { Clock } from './clock.ts';
import {
  chooseFrom,
  dropPassed,
  gather,
  imagesOf,
  startGathering,
  timeToChange,
  timeToLookUp,
  type ChosenFrames,
  type Gathered,
} from './frame-chooser.ts';

/** What the station saw in one frame, and what to tell the guest. */
export interface FrameAdvice {
  /** False where the frame was not looked at: nobody is looked for, or the last one is still being seen. */
  readonly seen: boolean;
  readonly instruction?: Instruction;
  /** 0 to 1. */
  readonly quality?: number;
  /** The face's silhouette, x and y from 0 to 1 of the frame as it was sent. */
  readonly outline?: Point[];
}

/** The advice on a frame, and the frames to compare now, if there are any. */
export interface SeenFrame {
  readonly advice: FrameAdvice;
  readonly chosen?: ChosenFrames;
}

const notSeen: SeenFrame = { advice: { seen: false } };

/**
 * Looks at the frames of the guests, one at a time, and chooses those to compare. The frames are its
 * own from the moment they are given: all are overwritten but the chosen ones.
 */
export class GuestLook {
  readonly #looker: FaceLooker;
  readonly #clock: Pick<Clock, 'elapsed'>;
  #isOpen = false;
  #isBusy = false;
  /** Counts the looks, so that what is seen late is not taken for a frame of the next guest. */
  #round = 0;
  #gathering = startGathering(0);
  #previous: Instruction | undefined;

  constructor(looker: FaceLooker, clock: Pick<Clock, 'elapsed'>) {
    this.#looker = looker;
    this.#clock = clock;
  }

  /** A guest is about to look up. */
  begin(): void {
    this.end();
    this.#isOpen = true;
    this.#gathering = startGathering(this.#clock.elapsed() + timeToLookUp);
  }

  /** The guest goes on looking after frames were chosen. */
  goOn(): void {
    this.#isOpen = true;
  }

  /** Frames are not looked at until the guest goes on. */
  pause(): void {
    this.#isOpen = false;
  }

  /** Nobody is looked for any more. */
  end(): void {
    this.pause();
    this.#round += 1;
    this.#previous = undefined;
    for (const image of imagesOf(this.#gathering.frames)) image.fill(0);
    this.#gathering = startGathering(0);
  }

  /**
   * Looks at a frame.
   *
   * @throws FaceError when it is no photograph, EngineError when the engine's process fails.
   */
  async see(frame: Uint8Array): Promise<SeenFrame> {
    if (!this.#isOpen || this.#isBusy) return discard(frame);
    const [round, at] = [this.#round, this.#clock.elapsed()];
    this.#isBusy = true;
    let look: FaceLook;
    try {
      look = await this.#looker.look(frame);
    } catch (caught) {
      frame.fill(0);
      throw caught;
    } finally {
      this.#isBusy = false;
    }
    return round === this.#round ? this.#judge(look, frame, at) : discard(frame);
  }

  #judge(look: FaceLook, image: Uint8Array, at: number): SeenFrame {
    const { instruction, quality, accepted } = adviseOn(
      look,
      this.#previous && { instruction: this.#previous },
    );
    this.#previous = instruction;
    this.#keep(dropPassed(this.#gathering, at));
    if (accepted) this.#keep(gather(this.#gathering, { at, quality, image }));
    else image.fill(0);
    const outline = outlineOf(look);
    const advice = { seen: true, instruction, quality, ...(outline && { outline }) };
    const chosen = chooseFrom(this.#gathering, at);
    if (chosen === undefined) return { advice };
    const last = Math.max(...chosen.map((frame) => frame.at));
    this.#gathering = startGathering(last + timeToChange);
    return { advice, chosen };
  }

  #keep({ gathering, leftOver }: Gathered): void {
    for (const image of leftOver) image.fill(0);
    this.#gathering = gathering;
  }
}

const discard = (frame: Uint8Array): SeenFrame => {
  frame.fill(0);
  return notSeen;
};

const outlineOf = ({ face, width, height }: FaceLook): Point[] | undefined =>
  face?.outline.map(({ x, y }) => ({ x: x / width, y: y / height }));
