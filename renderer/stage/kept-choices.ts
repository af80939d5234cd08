import type { Preferences } from '../../main/ipc/settings-view.ts';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';

/** What a guest may set on the screen for the time of the visit. */
export type GuestChoices = Pick<Preferences, 'language' | 'largePrint' | 'voice'>;

/** What was chosen, and for which visit. */
export interface KeptChoices {
  readonly chosen: Partial<GuestChoices>;
  /** Absent where it was chosen before a card was read: then it is the next visit's. */
  readonly visit?: number;
}

export const noChoices: KeptChoices = { chosen: {} };

/** The visit a stage is about; none while nobody's card is read. */
export const visitOf = (stage: ShownStage): number | undefined =>
  'visit' in stage ? stage.visit : undefined;

/** Adds a choice. Who chooses while there is no visit takes over what is seen on the screen. */
export const withChoice = (
  { chosen }: KeptChoices,
  more: Partial<GuestChoices>,
  visit: number | undefined,
): KeptChoices => ({ chosen: { ...chosen, ...more }, ...(visit !== undefined && { visit }) });

/**
 * What is left of the choices as the counter moves on: all of it while the visit lasts, over another
 * try too, and nothing once its result is left or another visit has begun.
 */
export const choicesAfter = (
  kept: KeptChoices,
  before: ShownStage,
  after: ShownStage,
): KeptChoices => {
  const visit = visitOf(after);
  if (visit === undefined) return before.phase === 'result' ? noChoices : kept;
  if (kept.visit === undefined) return { ...kept, visit };
  return kept.visit === visit ? kept : noChoices;
};
