import type { Demo } from '../demo/open-demo.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { Counter } from '../station/counter.ts';
import { standingVerdict } from '../station/counter-state.ts';

/** How long an invented guest reads the result before taking the card, in ms. */
const readingTime = 6000;

export interface FollowDemoOptions {
  readonly demo: Demo;
  readonly counter: Pick<Counter, 'state' | 'onChange'>;
  /** Another scene, or another card on the reader. */
  readonly onChange: () => void;
  readonly onError: (error: WitnessError) => void;
}

/**
 * Lets the demonstration's guests behave as guests do: they take their card away when they have read
 * the result. One who waits for a clerk stays.
 *
 * @returns the way to stop.
 */
export const followDemo = ({
  demo,
  counter,
  onChange,
  onError,
}: FollowDemoOptions): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  // Then whoever read the result has left the stage, and must not take the next guest along.
  let isNextOnTheWay = false;
  const stopEvents = demo.onEvent((event) => {
    if (event.type === 'failed') onError(event.error);
    if (event.type === 'scene-began') {
      isNextOnTheWay = true;
      clearTimeout(timer);
    }
    if (event.type === 'card-placed') isNextOnTheWay = false;
    onChange();
  });
  const stopStates = counter.onChange((state) => {
    clearTimeout(timer);
    const isRead = state.phase === 'result' && standingVerdict(state) !== 'review';
    if (isRead && state.cardLies && !isNextOnTheWay)
      timer = setTimeout(() => {
        demo.finish();
      }, readingTime);
  });
  return () => {
    clearTimeout(timer);
    stopEvents();
    stopStates();
  };
};
