import type { IconName } from '../parts/icon-paths.ts';

/** The steps, in their order. */
export const wizardSteps = [
  'welcome',
  'reader',
  'camera',
  'decoder',
  'far',
  'site',
  'law',
  'done',
] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** How far somebody has come. */
export interface Progress {
  readonly step: WizardStep;
  /** Steps that were gone through, rather than skipped. */
  readonly passed: readonly WizardStep[];
}

export const beginning: Progress = { step: 'welcome', passed: [] };

/** The step comes next; the present one is done with. */
export const passStep = ({ step, passed }: Progress): Progress => ({
  step: neighbour(step, 1),
  passed: passed.includes(step) ? passed : [...passed, step],
});

/** The next step, without the present one having been gone through. */
export const skipStep = ({ step, passed }: Progress): Progress => ({
  step: neighbour(step, 1),
  passed: passed.filter((one) => one !== step),
});

/** The step before. */
export const stepBack = ({ step, passed }: Progress): Progress => ({
  step: neighbour(step, -1),
  passed,
});

/** Any step; what was gone through stays so. */
export const stepTo =
  (step: WizardStep) =>
  ({ passed }: Progress): Progress => ({ step, passed });

/** Whether there is something in this step that one may not care about. */
export const isSkippable = (step: WizardStep): boolean => step !== 'welcome' && step !== 'done';

/** The steps that were not gone through. */
export const openSteps = ({ passed }: Progress): readonly WizardStep[] =>
  wizardSteps.filter((step) => isSkippable(step) && !passed.includes(step));

const neighbour = (step: WizardStep, distance: 1 | -1): WizardStep =>
  wizardSteps[wizardSteps.indexOf(step) + distance] ?? step;

export const stepIcons: Readonly<Record<WizardStep, IconName>> = {
  welcome: 'hand',
  reader: 'reader',
  camera: 'camera',
  decoder: 'card',
  far: 'target',
  site: 'building',
  law: 'shield',
  done: 'check',
};
