import type { EmulatedCard } from '../../native-bridge/reader-emulator/emulated-card.ts';
import { passes, type DemoClock } from './demo-clock.ts';
import type { DemoScene } from './demo-scenes.ts';
import type { EmulatedCounter } from './emulated-counter.ts';

/** Milliseconds after its reading at which a hasty guest takes the card away. */
const hasteTime = 1200;
/** Milliseconds until a reader that was unplugged is plugged in again. */
const unpluggedTime = 3000;

/** Where a story takes place. */
export interface DemoStage {
  readonly counter: EmulatedCounter;
  readonly clock: DemoClock;
  /** Aborts when the story is cut off. */
  readonly signal: AbortSignal;
  /** Does what happens by itself; what it throws is told as an event. */
  readonly byItself: (work: () => void | Promise<void>) => void;
}

/**
 * Lays the card down, with whatever goes wrong about it. Resolves when the card lies there or the
 * mishap has begun.
 */
export const tellStory = async (
  mishap: DemoScene['mishap'],
  card: EmulatedCard,
  stage: DemoStage,
): Promise<void> => {
  if (mishap === 'reader-unplugged') {
    await unplugAndComeBack(card, stage);
    return;
  }
  if (mishap === 'card-lifted') liftAfterReading(stage);
  stage.counter.placeCard(card);
};

const unplugAndComeBack = async (card: EmulatedCard, stage: DemoStage): Promise<void> => {
  const { counter, clock, signal, byItself } = stage;
  const plugIn = (): void => {
    byItself(() => {
      counter.plugIn();
    });
  };
  // Cut off, the story leaves a reader that works to the next one.
  signal.addEventListener('abort', plugIn, { once: true });
  await counter.unplug();
  byItself(async () => {
    if (!(await passes(clock, unpluggedTime, signal))) return;
    signal.removeEventListener('abort', plugIn);
    counter.plugIn();
    counter.placeCard(card);
  });
};

const liftAfterReading = ({ counter, clock, signal, byItself }: DemoStage): void => {
  const stop = counter.afterReading(() => {
    byItself(async () => {
      if (await passes(clock, hasteTime, signal)) counter.liftCard();
    });
  });
  signal.addEventListener('abort', stop, { once: true });
};
