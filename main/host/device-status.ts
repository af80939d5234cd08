import { isWitnessError, type ErrorDocument } from '../errors/witness-error.ts';
import type { CameraReport, ShownDevices } from '../ipc/device-schema.ts';
import { toShownError } from '../ipc/shown-error.ts';
import type { Settings } from '../settings/settings.ts';
import { hasCloudCredentials } from './cloud-engine.ts';
import type { OpenParts } from './open-parts.ts';

/** What is known of the devices besides what the parts themselves say. */
export interface DeviceNotes {
  readonly camera: CameraReport;
  /** Text of the reader's SAM id, once it was asked for. */
  readonly samId?: string;
  /** Why the parts could not be opened. */
  readonly startError?: ErrorDocument;
  readonly readerError?: ErrorDocument;
  readonly decoderError?: ErrorDocument;
  readonly cloudError?: ErrorDocument;
  /** Where the gateway serves, while it does. */
  readonly gatewayAddress?: string;
  /** Why it does not, where it should. */
  readonly gatewayError?: ErrorDocument;
  /** That the engine's scores are not what its calibration led to expect, or cannot be counted. */
  readonly driftWarning?: ErrorDocument;
}

export const noCamera: CameraReport = { state: 'off', choices: [] };

/** The device strip as it stands. */
export const devicesOf = (
  parts: OpenParts | undefined,
  settings: Settings,
  notes: DeviceNotes,
): ShownDevices => ({
  reader: {
    state: parts?.reader.state ?? 'closed',
    counters: { ...parts?.reader.counters },
    ...portOf(parts, settings),
    ...(notes.samId !== undefined && { samId: notes.samId }),
    ...(notes.readerError && { error: toShownError(notes.readerError) }),
  },
  camera: notes.camera,
  engine: engineOf(parts, notes),
  decoder: {
    kind: settings.decoder.kind,
    ...(notes.decoderError && { lastError: toShownError(notes.decoderError) }),
  },
  gateway: gatewayOf(notes),
  cloud: cloudOf(settings.engine, notes.cloudError),
});

/** The port that was named; where the reader is looked for, it may be any. */
const portOf = (
  parts: OpenParts | undefined,
  { reader }: Settings,
): Pick<ShownDevices['reader'], 'port'> => {
  const [only] = parts?.discovery.paths ?? [];
  const port = only ?? reader.port;
  return port === 'auto' ? {} : { port };
};

const engineOf = (
  parts: OpenParts | undefined,
  { startError, driftWarning }: DeviceNotes,
): ShownDevices['engine'] => {
  if (parts === undefined)
    return {
      state: startError === undefined ? 'starting' : 'failed',
      name: 'local',
      models: [],
      restarts: 0,
      ...(startError && { error: toShownError(startError) }),
    };
  const { state, failure } = parts.engine.health;
  return {
    state: state === 'running' ? 'ready' : state,
    name: 'local',
    // How the models are used is part of their identity, and no model.
    models: Object.keys(parts.engine.models).filter((id) => id !== 'usage'),
    calibration: parts.calibration.id,
    restarts: parts.engine.restarts,
    readyAfter: parts.engineReadyAfter,
    ...(failure && { error: toShownError(failure.toJSON()) }),
    ...(driftWarning && { warning: toShownError(driftWarning) }),
  };
};

const gatewayOf = ({ gatewayAddress, gatewayError }: DeviceNotes): ShownDevices['gateway'] => {
  if (gatewayError !== undefined) return { state: 'failed', error: toShownError(gatewayError) };
  return gatewayAddress === undefined ? { state: 'off' } : { state: 'on', address: gatewayAddress };
};

const cloudOf = (
  { route, cloud }: Settings['engine'],
  error: ErrorDocument | undefined,
): ShownDevices['cloud'] =>
  route === 'local'
    ? { state: 'off' }
    : {
        state: cloudState(cloud.provider, error),
        provider: cloud.provider,
        ...(error && { lastError: toShownError(error) }),
      };

/** Without keys it need not be asked to know that it will not answer. */
const cloudState = (
  provider: Settings['engine']['cloud']['provider'],
  error: ErrorDocument | undefined,
): ShownDevices['cloud']['state'] => {
  if (!hasCloudCredentials(provider)) return 'no-keys';
  return error === undefined ? 'ready' : 'failing';
};

/**
 * Which of the devices an error is about, by the room its code begins with. The engine's are not noted:
 * its process itself says how it is.
 */
export const notedError = (caught: unknown): Partial<DeviceNotes> => {
  if (!isWitnessError(caught)) return {};
  const error = caught.toJSON();
  const room = caught.code.split('.')[0] ?? '';
  if (room === 'reader' || room === 'sam') return { readerError: error };
  if (room === 'photo') return { decoderError: error };
  if (room === 'gateway') return { gatewayError: error };
  return room === 'cloud' ? { cloudError: error } : {};
};
