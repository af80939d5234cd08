import type { Looking } from '../camera/use-frames.ts';

/** What went wrong in the engine is the clerk's to read: to the guest it is a wait. */
export const isEngineAway = ({ error }: Looking): boolean =>
  error?.code.startsWith('engine.') === true;
