import type { Translated } from '../words.ts';
import type { deviceZh } from './device.zh.ts';

/** The device strip, in English. */
export const deviceEn: Translated<typeof deviceZh> = {
  heading: 'Devices',
  details: '{{device}} {{state}} · Show details',
  unknown: 'Asking…',
  name: {
    reader: 'Reader',
    camera: 'Camera',
    engine: 'Engine',
    decoder: 'Photo decoder',
    gateway: 'Gateway',
    cloud: 'Cloud',
  },
  reader: {
    closed: 'Not connected',
    opening: 'Connecting',
    ready: 'Ready',
    recovering: 'Recovering',
    closing: 'Disconnecting',
  },
  camera: {
    off: 'Standing by',
    on: 'On',
    denied: 'Not allowed',
    missing: 'Not found',
    busy: 'In use elsewhere',
    failed: 'Does not open',
    problem: 'Problem',
  },
  engine: {
    starting: 'Starting',
    ready: 'Ready',
    restarting: 'Restarting',
    failed: 'Not available',
    warned: 'See notice',
  },
  decoder: { none: 'Not set', library: 'Library', command: 'Program', failing: 'Failing' },
  gateway: { off: 'Off', on: 'Running', failed: 'Failed' },
  cloud: { off: 'Off', ready: 'Ready', 'no-keys': 'No keys', failing: 'Not reachable' },
  fact: {
    port: 'Port',
    address: 'Address',
    samId: 'Security module',
    label: 'Model',
    cameras: 'Cameras found',
    engine: 'Engine',
    models: 'Models',
    calibration: 'Calibration',
    restarts: 'Restarts',
    readyAfter: 'Ready after',
    seconds: '{{seconds}} s',
    provider: 'Provider',
    kind: 'Kind',
  },
  counters: 'Seen on the line',
  counter: {
    commands: 'Commands sent',
    frames: 'Frames received',
    discardedBytes: 'Bytes discarded',
    badChecksums: 'Bad checksums',
    badLengths: 'Bad lengths',
    abandoned: 'Frames given up',
    timeouts: 'Timeouts',
    badReplies: 'Unusable replies',
    lateReplies: 'Late replies',
    resynchronisations: 'Resynchronisations',
    retries: 'Retries',
    samResets: 'Security module resets',
    reopens: 'Ports opened again',
  },
  todo: {
    heading: 'What to do',
    reader: {
      closed: 'Check the reader’s power and cable; it connects by itself then.',
      opening: 'One moment.',
      recovering: 'It recovers by itself. If it does not, unplug the reader and plug it in again.',
    },
    camera: {
      denied: 'Allow the camera in the privacy settings of the browser or the system.',
      missing: 'Plug in a camera; it opens by itself then.',
      busy: 'Close the other program that uses the camera.',
      failed: 'Unplug the camera and plug it in again.',
      problem: 'Check the camera.',
    },
    engine: {
      starting: 'The models are loading; one moment.',
      restarting:
        'It starts again by itself; one moment. If it keeps doing so, restart the station.',
      failed: 'Restart the station. If that does not help, call the maintainers.',
    },
    decoder: {
      none: 'Without a decoder there is no photo from the card, and people must compare. Set one under Settings › Photo decoder.',
      failing: 'Check it under Settings › Photo decoder.',
    },
    cloud: {
      'no-keys':
        'Put the provider’s keys into the station’s environment, as the README says, and start it again. Until then no cloud compares.',
      failing:
        'Check network and credentials. Where this machine is the fallback, it compares instead.',
    },
  },
};
