import { toWitnessError } from '../errors/unexpected-error.ts';
import { DemoCards, type DemoEngine } from './demo-cards.ts';
import { passes, systemClock, type DemoClock } from './demo-clock.ts';
import type { DemoListener } from './demo-event.ts';
import { demoPictures } from './demo-picture.ts';
import { demoScenes, findScene, type DemoSceneId } from './demo-scenes.ts';
import { tellStory, type DemoStage } from './demo-story.ts';
import { demoFolder, type DemoViewName } from './demo-views.ts';
import { EmulatedCounter } from './emulated-counter.ts';
import { MadeOnce } from './made-once.ts';

/** Milliseconds a reader stays empty between two cards: it has to notice. */
const exchangeTime = 800;

export interface DemoOptions extends DemoEngine {
  readonly clock?: DemoClock;
}

/**
 * Opens a counter without hardware: an emulated reader on a port of its own, invented guests with
 * cards, and what a camera would see of them.
 *
 * @throws DemoError `demo.faces-missing`; PseudoTerminalError when the system has no port to give.
 *
 * @example
 * ```ts
 * const demo = openDemo({ analyser, calibration });
 * await demo.play('pass');
 * const [frame] = await demo.pictures('pass');
 * demo.finish();
 * ```
 */
export const openDemo = ({ clock = systemClock, ...engine }: DemoOptions): Demo => {
  demoFolder();
  return new Demo(new DemoCards(engine, clock), clock);
};

/** A demonstration that runs. */
export class Demo {
  /** What can be played, in order. */
  readonly scenes = demoScenes;
  readonly #counter = new EmulatedCounter();
  readonly #cards: DemoCards;
  readonly #clock: DemoClock;
  readonly #pictures = new MadeOnce<DemoViewName, readonly Uint8Array<ArrayBuffer>[]>(demoPictures);
  #scene: DemoSceneId | undefined;
  #story = new AbortController();

  constructor(cards: DemoCards, clock: DemoClock) {
    this.#cards = cards;
    this.#clock = clock;
  }

  /** Where the reader is, and how to open it. */
  get port(): EmulatedCounter['port'] {
    return this.#counter.port;
  }

  /** The scene being played: who stands there. Undefined when nobody does. */
  get scene(): DemoSceneId | undefined {
    return this.#scene;
  }

  /** Whether a card lies on the reader. */
  get cardLies(): boolean {
    return this.#counter.cardLies;
  }

  /** Calls back with everything that happens; returns the way to stop. */
  onEvent(listener: DemoListener): () => void {
    return this.#counter.onEvent(listener);
  }

  /**
   * Plays a scene with a new card; the scene before ends. Resolves when the card lies there or the
   * mishap has begun, or when it was cut off. What then happens by itself is told as events.
   *
   * @throws DemoError `demo.unknown-scene`, `demo.closed`; EngineError when the card's photo could not
   *   be made.
   */
  async play(id: string): Promise<void> {
    const scene = findScene(id);
    const { signal } = this.#begin(scene.id);
    try {
      this.#counter.plugIn();
      const card = await this.#cards.make(scene);
      if (!(await this.#clearReader(signal))) return;
      await tellStory(scene.mishap, card, this.#stage(signal));
    } catch (caught) {
      if (!signal.aborted) this.finish();
      throw caught;
    }
  }

  /** The guest goes, with the card; a scene still under way is cut off. */
  finish(): void {
    this.#story.abort();
    this.liftCard();
    if (this.#scene === undefined) return;
    this.#scene = undefined;
    this.#counter.emit({ type: 'scene-ended' });
  }

  /**
   * What the camera sees in a scene, to be shown one after the other, over and over.
   *
   * @returns JPEGs of 640 × 480 pixels that differ a little, as of somebody who breathes.
   * @throws DemoError `demo.unknown-scene`.
   */
  async pictures(id: string): Promise<readonly Uint8Array<ArrayBuffer>[]> {
    return this.#pictures.get(findScene(id).view);
  }

  /**
   * Lays down the card of the last scene once more.
   *
   * @throws DemoError `demo.no-card` before the first scene, `demo.closed`.
   */
  placeCard(): void {
    this.#counter.placeCard();
  }

  /** Lifts the card, if one lies there; the guest stays. */
  liftCard(): void {
    this.#counter.liftCard();
  }

  /** Pulls the reader's plug; a card stays where it lies. */
  async unplug(): Promise<void> {
    await this.#counter.unplug();
  }

  /**
   * Plugs the reader in again, on the same port, if it is not.
   *
   * @throws DemoError `demo.closed`; PseudoTerminalError.
   */
  plugIn(): void {
    this.#counter.plugIn();
  }

  /** Ends the demonstration; its port vanishes. May be called twice. */
  async close(): Promise<void> {
    this.#story.abort();
    this.#scene = undefined;
    await this.#counter.close();
  }

  /** Cuts off the scene before. */
  #begin(id: DemoSceneId): AbortController {
    this.#story.abort();
    this.#story = new AbortController();
    this.#scene = id;
    this.#counter.emit({ type: 'scene-began', scene: id });
    return this.#story;
  }

  /** Takes away the card of the guest before. @returns whether the scene goes on. */
  async #clearReader(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted || !this.cardLies) return !signal.aborted;
    this.liftCard();
    return passes(this.#clock, exchangeTime, signal);
  }

  #stage(signal: AbortSignal): DemoStage {
    return {
      counter: this.#counter,
      clock: this.#clock,
      signal,
      byItself: (work) => {
        void this.#byItself(work);
      },
    };
  }

  async #byItself(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (caught) {
      this.#counter.emit({ type: 'failed', error: toWitnessError(caught) });
    }
  }
}
