import type { guestZh } from './guest.zh.ts';
import type { Translated } from './words.ts';

/** What a guest reads and hears, in English. */
export const guestEn: Translated<typeof guestZh> = {
  stop: '.',
  product: 'ID check',
  steps: { label: 'Steps', card: 'Card', consent: 'Your choice', face: 'Camera', result: 'Result' },
  switches: {
    language: 'Language',
    largePrint: 'Large print',
    voice: 'Voice',
  },
  starting: { heading: 'Starting', detail: 'The devices are getting ready.' },
  waiting: {
    heading: 'Place your ID card',
    detail: 'Lay the card flat on the reader and leave it there until the check is over.',
    kinds: 'Resident card · HK, Macao and Taiwan permit · Permanent residence card',
  },
  reading: { heading: 'Reading your card', detail: 'Please keep it still.' },
  consent: {
    heading: 'Before your face is compared',
    headingGuardian: 'The card’s holder is under 14: a guardian decides',
    who: 'Who',
    whoUnknown: 'The operator of this counter',
    purpose: 'What for',
    purposeUnknown: 'To make sure that you are the holder of the card.',
    how: 'How',
    howFace:
      'Your face is compared once with the photo in the card’s chip, then deleted. It is not stored.',
    kept: 'How long',
    keptNothing: 'No record of the check is kept.',
    keptDays:
      'The result, without pictures, is kept for {{days, number}} days, with name and number partly hidden.',
    rights: 'Your rights',
    rightsWords:
      'You need not use your face. Lift the card at any time to stop, or ask the staff to see, correct or delete the record.',
    contact: 'Contact: {{contact}}',
    cloud: 'Send the pictures to a cloud for comparison',
    cloudWords: {
      'this-machine':
        'The card’s photo and your picture would go, encrypted, to {{cloud}}. Without the tick, only this machine compares them.',
      staff:
        'The card’s photo and your picture would go, encrypted, to {{cloud}}. Without the tick no faces are compared; the staff check by eye.',
    },
    spoken: 'Please read the notice on the screen, then choose whether to use your face.',
    spokenGuardian:
      'The card’s holder is under 14. Guardian, please read the notice on the screen, then decide.',
    agree: 'Agree and start',
    agreeGuardian: 'I am the guardian, and agree',
    without: 'Without face',
    withoutWords: 'Without your face, the staff check by eye. It changes nothing else for you.',
  },
  looking: {
    attempt: 'Attempt {{attempt, number}} of {{attempts, number}}',
    heading: 'Look at the camera',
    detail:
      'Without mask, hat or sunglasses, with your face in the oval. The picture is used for this check only.',
    askForStaff: 'Ask the staff for help',
    preview: 'Camera picture',
    interrupted: 'One moment, please',
    interruptedWords:
      'The face check is starting again. Please stay here; if it takes long, ask the staff.',
  },
  instruction: {
    nobody: 'Face the camera',
    'one-person-only': 'One person only, please',
    closer: 'Come a little closer',
    farther: 'Step back a little',
    centre: 'Move into the oval',
    light: 'Too dark: face the light',
    'less-light': 'Too bright: turn from the light',
    'look-straight': 'Look straight ahead',
    'hold-still': 'Hold still',
    'uncover-face': 'Take off mask, hat or sunglasses',
    good: 'Good, stay like this',
  },
  comparing: { heading: 'Comparing', detail: 'Just a moment, please hold still.' },
  verdict: {
    pass: { heading: 'Verified', detail: 'Your face matches the photo on the card.' },
    review: { heading: 'One moment, please', detail: 'A member of staff will check.' },
    fail: {
      heading: 'Not verified',
      detail: 'Your face is not enough like the photo on the card. Please ask the staff.',
    },
  },
  decided: { pass: 'Confirmed by the staff.', fail: 'The staff will tell you what to do next.' },
  reason: {
    'score-near-threshold': 'The staff will have a look. One moment, please.',
    'engines-disagree': 'The staff need to check once more. One moment, please.',
    'without-face': 'You chose to go without your face; the staff will check your card.',
    'cloud-declined': 'You did not agree to a cloud; the staff will check by eye.',
    'card-expired': 'The card has expired. Please ask the staff.',
    'card-not-yet-valid': 'The card is not valid yet. Please ask the staff.',
    'card-data-odd': 'The staff need to check what the card says.',
    'attempts-used-up': 'There are no automatic attempts left; the staff will check.',
    'chip-photo-unreadable': 'The photo in the card cannot be read; the staff will check.',
    'no-usable-frame': 'There was no clear picture; the staff will check.',
    'comparison-failed': 'Automatic comparison is not available now; the staff will check.',
  },
  takeCard: 'Please take your card',
  done: 'Done',
  nextGuest: 'Next guest: place your card',
  nextWaits: 'Next guest: one moment, the staff are busy. Leave your card there',
  problem: { heading: 'Cannot check right now' },
  remedy: {
    'lift-card': 'Take the card away, then place it again',
    'place-card': 'Place the card again',
    'wait-for-reader': 'One moment: this goes on by itself',
    restart: 'Please ask the staff',
  },
  camera: {
    denied: {
      heading: 'The camera is not allowed',
      detail: 'Staff: allow the camera in the privacy settings of the browser or the system.',
    },
    missing: {
      heading: 'No camera found',
      detail: 'Staff: plug in a camera; this goes on by itself then.',
    },
    busy: {
      heading: 'The camera is in use',
      detail: 'Staff: close the other program that uses the camera.',
    },
    failed: {
      heading: 'The camera does not open',
      detail: 'Staff: unplug the camera and plug it in again; this goes on by itself then.',
    },
  },
  card: {
    resident: 'Resident identity card',
    'hk-macao-taiwan': 'Residence permit for Hong Kong, Macao and Taiwan residents',
    'foreigner-2017': 'Foreign permanent resident ID card',
    'foreigner-2023': 'Foreign permanent resident ID card',
    unknown: 'Card',
  },
  demo: {
    title: 'Demo',
    explain: 'Touch one and see what happens',
    lift: 'Take the card away',
    camera: 'Demonstration camera',
    cameraLabel: 'Camera',
  },
  failed: 'The page failed and is loaded anew.',
  connection: {
    lost: 'Connection lost, reconnecting…',
    refused: 'The station was started anew. Please open the address it shows.',
  },
};
