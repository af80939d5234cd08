import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownState } from '../../main/ipc/contract.ts';
import { shownErrorOf } from './shown-error.ts';

/**
 * Follows the counter: where it stands now, and every change.
 *
 * @returns the way to stop.
 */
export const followState = (
  bridge: Pick<StationBridge, 'currentState' | 'onStateChanged'>,
  onState: (state: ShownState) => void,
): (() => void) => {
  let isOvertaken = false;
  const stop = bridge.onStateChanged((state) => {
    isOvertaken = true;
    onState(state);
  });
  void bridge.currentState().then((outcome) => {
    // What was heard meanwhile is newer than this answer.
    if (isOvertaken) return;
    if (outcome.ok) onState(outcome.value);
    else onState({ phase: 'problem', error: shownErrorOf(outcome.error), remedy: 'restart' });
  });
  return () => {
    isOvertaken = true;
    stop();
  };
};
