import type { CounterHappening, CounterState, StateIn } from './counter-state.ts';

type Happening<Type extends CounterHappening['type']> = Extract<
  CounterHappening,
  { readonly type: Type }
>;

/** What moves a phase on, and where to. What is not in it means nothing there. */
export type Moves<Phase extends CounterState['phase']> = {
  readonly [Type in CounterHappening['type']]?: (
    state: StateIn<Phase>,
    happening: Happening<Type>,
  ) => CounterState;
};

/** Makes a move, if there is one. */
export const moved = <Phase extends CounterState['phase']>(
  moves: Moves<Phase>,
  state: StateIn<Phase>,
  happening: CounterHappening,
): CounterState | undefined => {
  // A happening finds only the move of its own type, which takes it; the compiler cannot pair them.
  const move = moves[happening.type] as
    ((state: StateIn<Phase>, happening: CounterHappening) => CounterState) | undefined;
  return move?.(state, happening);
};
