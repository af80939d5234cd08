import type { clerkZh } from '../../../renderer/text/clerk.zh.ts';
import type { Translated } from '../../../renderer/text/words.ts';
import type { WizardStep } from '../../../renderer/wizard/wizard-steps.ts';
import { clicksBy } from './clicks.ts';
import { drawnFrame } from './drawn-pictures.ts';
import type { Deed, GalleryScreen } from './fake-bridge.ts';
import { guestScreens } from './guest-screens.ts';
import { settingsScreens } from './settings-screens.ts';
import { sampleSettings, wellDevices } from './station-answers.ts';

type Words = Translated<typeof clerkZh>;

const base = settingsScreens['settings-reader']!;
const fresh = {
  ...base.answers!.currentSettings!,
  settings: {
    ...sampleSettings,
    site: { organisation: '', purpose: '', contact: '', operators: [] },
    isSetUp: false,
  },
};

/** The wizard of a station that was never set up, at one of its steps. */
const wizard = (
  step: WizardStep,
  more: Partial<GalleryScreen> = {},
  then: (words: Words) => readonly Deed[] = () => [],
): GalleryScreen => ({
  ...more,
  stage: { phase: 'waiting-for-card' },
  preferences: { role: 'clerk', isSetUp: false, ...more.preferences },
  clicks: clicksBy((words) => [
    ...(step === 'welcome' ? [] : [words.wizard.step[step]]),
    ...then(words),
  ]),
  answers: { ...base.answers, currentSettings: fresh, changeSettings: fresh, ...more.answers },
});

/** The steps of the set-up. */
export const wizardScreens: Readonly<Record<string, GalleryScreen>> = {
  'wizard-welcome': wizard('welcome'),
  'wizard-reader': wizard('reader', {
    answers: {
      currentDevices: { ...wellDevices, reader: { state: 'closed', counters: {} } },
    },
  }),
  'wizard-reader-ready': wizard('reader'),
  'wizard-camera': wizard('camera'),
  'wizard-camera-demo': wizard('camera', {
    preferences: { isDemo: true },
    answers: {
      currentDemo: guestScreens['waiting-demo']!.answers!.currentDemo!,
      demoPictures: [drawnFrame()],
    },
  }),
  'wizard-camera-denied': wizard('camera', { camera: 'denied' }),
  'wizard-decoder': wizard('decoder'),
  'wizard-decoder-library': wizard('decoder', {}, (words) => [
    words.settings.decoder.library,
    words.wizard.next,
  ]),
  'wizard-far': wizard('far'),
  'wizard-site': wizard('site'),
  'wizard-law': wizard('law', {}, (words) => [words.wizard.law.sign, words.wizard.law.rooms]),
  'wizard-law-complete': wizard('law', {}, ({ wizard: { law } }) => [
    law.sign,
    law.rooms,
    law.assessment,
    law.alternative,
    law.minors,
  ]),
  'wizard-done': wizard('welcome', {}, ({ wizard: { next } }) => Array<string>(7).fill(next)),
  'wizard-done-open': wizard('done'),
};
