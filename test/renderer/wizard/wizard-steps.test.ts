import { describe, expect, it } from 'vitest';
import {
  beginning,
  isSkippable,
  openSteps,
  passStep,
  skipStep,
  stepBack,
  stepTo,
  wizardSteps,
  type Progress,
} from '../../../renderer/wizard/wizard-steps.ts';

/** Takes the same step as many times as there are steps to the last one. */
const toTheEnd = (how: (progress: Progress) => Progress): Progress =>
  wizardSteps.slice(1).reduce(how, beginning);

describe('the steps of the set-up', () => {
  it('come one after the other, and are all gone through at the end', () => {
    const seen = [beginning.step];
    const end = toTheEnd((progress) => {
      const next = passStep(progress);
      seen.push(next.step);
      return next;
    });
    expect(seen).toEqual(wizardSteps);
    expect(openSteps(end)).toEqual([]);
  });

  it('end at the last one, and begin at the first', () => {
    const end = stepTo('done')(beginning);
    expect(passStep(end).step).toBe('done');
    expect(skipStep(end).step).toBe('done');
    expect(stepBack(beginning)).toEqual(beginning);
  });

  it('that are skipped stay open, whether or not they were gone through before', () => {
    expect(openSteps(toTheEnd(skipStep))).toEqual(wizardSteps.filter(isSkippable));
    const passed = passStep(stepTo('camera')(beginning));
    expect(openSteps(passed)).not.toContain('camera');
    expect(openSteps(skipStep(stepBack(passed)))).toContain('camera');
  });

  it('that are jumped over stay open', () => {
    expect(openSteps(passStep(stepTo('law')(passStep(beginning))))).toEqual([
      'reader',
      'camera',
      'decoder',
      'far',
      'site',
    ]);
  });

  it('are gone through once, however often one comes back', () => {
    const once = passStep(stepTo('reader')(beginning));
    const again = passStep(stepBack(once));
    expect(again).toEqual(once);
  });

  it('that only greet and take leave need not be skipped', () => {
    expect(wizardSteps.filter((step) => !isSkippable(step))).toEqual(['welcome', 'done']);
  });
});
