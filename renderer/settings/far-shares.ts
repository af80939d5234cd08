import type { EngineDraft } from './engine-draft.ts';

/** Over how many comparisons the false-accept rate is divided: on one route each attempt has two chances. */
export const farSharesOf = (attempts: number, route: EngineDraft['route']): number =>
  attempts * (route === 'local-then-cloud' ? 2 : 1);
