import type { Messages } from './messages.ts';

export const en: Messages = {
  languageName: 'English',
  language: 'Language',
  steps: ['Card', 'Camera', 'Result'],
  phase: {
    starting: { heading: 'Starting', detail: 'Getting the reader and the face engine ready.' },
    'waiting-for-card': {
      heading: 'Place your card',
      detail: 'Lay your ID card flat on the reader and leave it there until it has been read.',
    },
    reading: { heading: 'Reading your card', detail: 'Please do not move it.' },
    looking: {
      heading: 'Look at the camera',
      detail: 'Without mask or sunglasses, and hold still, please.',
    },
    comparing: { heading: 'Comparing', detail: 'Just a moment.' },
  },
  verdict: {
    pass: { heading: 'Verified', detail: 'Your face matches the photo on the card.' },
    review: {
      heading: 'Staff will check',
      detail: 'The likeness is close to the pass mark; a person decides.',
    },
    fail: {
      heading: 'Not verified',
      detail: 'Your face is not enough like the photo on the card. Please ask the staff.',
    },
  },
  takeCard: 'Please take your card.',
  nextGuest: 'Next guest: please place your card.',
  problem: 'Cannot verify right now',
  remedy: {
    'lift-card': 'Take the card away, then place it again.',
    'wait-for-reader': 'This goes on by itself once the reader is back.',
    restart: 'When this is solved, start the station again.',
  },
  camera: {
    denied: {
      heading: 'The camera is not allowed',
      detail:
        'Allow this program to use the camera in the privacy settings of the operating system, then place the card again.',
    },
    missing: {
      heading: 'No camera found',
      detail: 'Plug in a camera; this goes on by itself then.',
    },
    busy: {
      heading: 'The camera is in use',
      detail: 'Close the other program that uses it, then place the card again.',
    },
    failed: {
      heading: 'The camera does not open',
      detail: 'Unplug the camera and plug it in again; this goes on by itself then.',
    },
  },
  cardKind: {
    resident: 'Resident identity card',
    'hk-macao-taiwan': 'Residence permit for Hong Kong, Macao and Taiwan residents',
    'foreigner-2017': 'Foreigner’s permanent residence card',
    'foreigner-2023': 'Foreigner’s permanent residence card',
    unknown: 'Unknown card',
  },
  name: 'Name',
  number: 'Number',
  score: 'Likeness',
  threshold: 'Pass mark',
  far: (percent, oneIn) =>
    `False-accept rate ${percent}: about 1 of ${oneIn} strangers would pass by mistake.`,
};
