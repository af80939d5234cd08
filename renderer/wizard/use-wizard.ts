import { useState } from 'react';
import type { SettingsForm } from '../settings/use-settings-form.ts';
import {
  beginning,
  passStep,
  skipStep,
  stepBack,
  stepTo,
  type Progress,
  type WizardStep,
} from './wizard-steps.ts';

/** Where the wizard is, and the ways on. */
export interface WizardWays {
  readonly progress: Progress;
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (step: WizardStep) => void;
  /** Goes on without what was entered in this step. */
  readonly skip: () => void;
  /** Ends the wizard. */
  readonly finish: () => void;
}

/**
 * Takes steps. What a step has changed is saved before it is left, so that nothing is lost where the
 * wizard is not gone through to its end; a step that cannot be saved is not left.
 */
export const useWizard = (form: SettingsForm): WizardWays => {
  const [progress, setProgress] = useState(beginning);
  const move = async (how: (progress: Progress) => Progress): Promise<void> => {
    if (!form.isDirty || (await form.save())) setProgress(how);
  };
  return {
    progress,
    next: () => void move(passStep),
    back: () => void move(stepBack),
    goTo: (step) => void move(stepTo(step)),
    skip: () => {
      form.discard();
      setProgress(skipStep);
    },
    finish: () => void form.markSetUp(true),
  };
};
