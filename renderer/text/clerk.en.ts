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
  lock: {
    heading: 'Lock of the desk',
    locked: 'The desk is locked: guests are served; deciding and settings need the PIN.',
    open: 'The desk is open. It locks itself when a guest comes to a shared screen, and after ten idle minutes.',
    hidden: 'Shown once the desk is unlocked.',
    unlock: 'Unlock',
    lock: 'Lock',
    pin: 'PIN of the desk',
    submit: 'Unlock the desk',
    cancel: 'Cancel',
    pad: 'Digits',
    back: 'Remove the last digit',
    hasPin: 'There is a PIN. It is asked for before anything is decided, looked up or changed.',
    noPin:
      'There is no PIN: whoever stands before the screen can decide and change settings. Set one where guests and staff share a screen.',
    newPin: 'New PIN',
    newPinHint:
      '4 to 12 digits; holds at once. If it is lost, whoever looks after this computer can remove desk-pin.json beside the settings file.',
    again: 'Once more',
    differs: 'The two are not the same.',
    set: 'Set the PIN',
    change: 'Change the PIN',
    remove: 'Remove the PIN',
  },
  desk: deskEn,
  device: deviceEn,
  history: historyEn,
  settings: settingsEn,
  wizard: wizardEn,
};
