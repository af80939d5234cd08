import type { Translated } from '../words.ts';
import type { wizardZh } from './wizard.zh.ts';

/** The set-up wizard, in English. */
export const wizardEn: Translated<typeof wizardZh> = {
  heading: 'Set-up',
  steps: 'Steps',
  progress: 'Step {{step, number}} of {{steps, number}}',
  step: {
    welcome: 'Welcome',
    reader: 'Reader',
    camera: 'Camera',
    decoder: 'Card photo',
    far: 'False accepts',
    site: 'Site and notice',
    law: 'Before you start',
    done: 'Done',
  },
  back: 'Back',
  next: 'Next',
  skipStep: 'Skip this step',
  later: 'Set up later',
  finish: 'Start working',
  welcome: {
    heading: 'A few minutes, and your counter is ready',
    detail:
      'Connect reader and camera, choose a false-accept rate, and write the notice. Every step can be skipped and changed later in the settings.',
    language: 'Choose a language',
  },
  reader: {
    heading: 'Connect the reader',
    detail: 'Power the reader, connect its cable, then press “Find the reader”.',
    ready: 'The reader is ready ({{port}}).',
  },
  camera: {
    heading: 'Choose the camera',
    detail: 'It should face the guest at about eye level, with no window behind the guest.',
    preview: 'Camera preview',
    starting: 'Opening the camera…',
  },
  decoder: { heading: 'The photo in the card' },
  far: {
    heading: 'Choose the false-accept rate',
    detail: '0.1% suits an attended counter; an unattended one may want 0.01%.',
  },
  site: {
    heading: 'Tell your guests',
    detail: 'This is shown in the notice, before a guest agrees.',
  },
  law: {
    heading: 'Before you start',
    detail:
      'China’s rules on the use of face recognition ask for this. The list is for yourself and is not kept.',
    sign: 'A visible sign at the counter says that faces are recognised here',
    rooms: 'None is installed in guest rooms, changing rooms or other private places',
    assessment: 'An impact assessment was made; its report is kept for three years',
    alternative: 'There is always a way without the face, with a person',
    minors: 'For guests under 14 a guardian agrees',
    open_one: '{{count}} point is open',
    open_other: '{{count}} points are open',
    complete: 'All confirmed',
  },
  done: {
    heading: 'Ready to start',
    detail: 'Lay a card on the reader and try. Everything can be changed later in the settings.',
    shortcuts: 'Press F1 at the desk for keyboard shortcuts.',
  },
  unfinished: 'Not set up yet: {{steps}}.',
  resume: 'Go on with it',
};
