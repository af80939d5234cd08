import type { ShownError } from '../../main/ipc/shown-words.ts';
import type { Tone } from '../parts/badge.tsx';
import type { IconName } from '../parts/icon-paths.ts';
import type { Devices } from './desk-types.ts';

/** The devices of the strip, in its order. */
export const deviceNames = [
  'reader',
  'camera',
  'engine',
  'decoder',
  'gateway',
  'cloud',
] as const satisfies readonly (keyof Devices)[];
export type DeviceName = (typeof deviceNames)[number];

type CameraWord = 'off' | 'on' | NonNullable<Devices['camera']['problem']> | 'problem';
type EngineWord = Devices['engine']['state'] | 'warned';
type DecoderWord = Devices['decoder']['kind'] | 'failing';

/** Which word of its catalogue says how a device is. */
export interface DeviceWords {
  readonly reader: Devices['reader']['state'];
  readonly camera: CameraWord;
  readonly engine: EngineWord;
  readonly decoder: DecoderWord;
  readonly gateway: Devices['gateway']['state'];
  readonly cloud: Devices['cloud']['state'];
}

/** How a device is to be shown: a word, a tone, and a sign of its own for each tone. */
export interface DeviceSummary<Name extends DeviceName = DeviceName> {
  readonly word: DeviceWords[Name];
  readonly tone: Tone;
  readonly error: ShownError | undefined;
}

/** How each device is. */
export const summariesOf = (
  devices: Devices,
): { readonly [Name in DeviceName]: DeviceSummary<Name> } => {
  const { reader, camera, engine, decoder, gateway, cloud } = devices;
  const cameraWord = camera.state === 'problem' ? (camera.problem ?? 'problem') : camera.state;
  return {
    reader: { word: reader.state, tone: readerTones[reader.state], error: reader.error },
    camera: {
      word: cameraWord,
      tone: { off: 'neutral', on: 'pass', problem: 'fail' }[camera.state] as Tone,
      error: undefined,
    },
    engine: engineSummary(engine),
    decoder: {
      word: decoder.lastError === undefined ? decoder.kind : 'failing',
      tone: decoder.lastError === undefined && decoder.kind !== 'none' ? 'pass' : 'review',
      error: decoder.lastError,
    },
    gateway: {
      word: gateway.state,
      tone: gatewayTones[gateway.state],
      error: gateway.error,
    },
    cloud: { word: cloud.state, tone: cloudTones[cloud.state], error: cloud.lastError },
  };
};

/**
 * A warning is a thing to look into; the engine goes on comparing. So is a failure after which it runs
 * again, until it has answered.
 */
const engineSummary = ({ state, error, warning }: Devices['engine']): DeviceSummary<'engine'> => {
  const notice = error ?? warning;
  return state === 'ready' && notice !== undefined
    ? { word: 'warned', tone: 'review', error: notice }
    : { word: state, tone: engineTones[state], error };
};

const readerTones: Readonly<Record<Devices['reader']['state'], Tone>> = {
  closed: 'fail',
  opening: 'review',
  ready: 'pass',
  recovering: 'review',
  closing: 'neutral',
};
const engineTones: Readonly<Record<Devices['engine']['state'], Tone>> = {
  starting: 'review',
  ready: 'pass',
  restarting: 'review',
  failed: 'fail',
};
const gatewayTones: Readonly<Record<Devices['gateway']['state'], Tone>> = {
  off: 'neutral',
  on: 'pass',
  failed: 'fail',
};
const cloudTones: Readonly<Record<Devices['cloud']['state'], Tone>> = {
  off: 'neutral',
  ready: 'pass',
  'no-keys': 'fail',
  failing: 'fail',
};

/** A device's own icon. */
export const deviceIcons: Readonly<Record<DeviceName, IconName>> = {
  reader: 'reader',
  camera: 'camera',
  engine: 'chip',
  decoder: 'card',
  gateway: 'globe',
  cloud: 'cloud',
};

/** The sign of a tone, for those who do not see its colour. */
export const toneSigns: Readonly<Record<Tone, IconName>> = {
  neutral: 'still',
  accent: 'info',
  pass: 'check',
  review: 'warning',
  fail: 'cross',
};
