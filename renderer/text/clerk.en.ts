import { deskEn } from './clerk/desk.en.ts';
import { deviceEn } from './clerk/device.en.ts';
import { historyEn } from './clerk/history.en.ts';
import { settingsEn } from './clerk/settings.en.ts';
import { wizardEn } from './clerk/wizard.en.ts';
import type { clerkZh } from './clerk.zh.ts';
import type { Translated } from './words.ts';

/** What the clerk reads, in English. */
export const clerkEn: Translated<typeof clerkZh> = {
  title: 'Desk',
  product: 'Witness',
  navigation: 'Main',
  nav: { desk: 'Check', history: 'History', settings: 'Settings' },
  close: 'Close',
  loading: 'Loading…',
  failed: 'This could not be loaded.',
  guestWaits: 'A guest has placed a card.',
  goToDesk: 'Go to the desk',
  help: {
    open: 'Keys',
    heading: 'Keyboard shortcuts',
    pass: 'Pass (asks to confirm)',
    fail: 'Refuse (asks to confirm)',
    retry: 'Allow a retry (asks to confirm)',
    next: 'Next guest',
    reveal: 'Show or hide full details',
    views: 'Check, history, settings',
    help: 'Show this help',
    escape: 'Close a dialog',
    demo: 'Demonstration: reader and cards are emulated.',
  },
  desk: deskEn,
  device: deviceEn,
  history: historyEn,
  settings: settingsEn,
  wizard: wizardEn,
};
