import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { DriftError } from '../../../main/drift/drift-error.ts';
import { EngineError } from '../../../main/engine/engine-error.ts';
import { devicesOf, noCamera, notedError } from '../../../main/host/device-status.ts';
import type { OpenParts } from '../../../main/host/open-parts.ts';
import { devicesSchema, type ShownDevices } from '../../../main/ipc/device-schema.ts';
import type { ChildHealth } from '../../../main/process/child-health.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { StationError } from '../../../main/station/station-error.ts';
import { cloudKeys } from '../cloud/cloud-keys.ts';

const settings = settingsSchema.parse({});

beforeEach(() => {
  for (const name of cloudKeys) vi.stubEnv(name, 'test');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** As much of open parts as the strip looks at. */
const partsWith = (
  discovery: OpenParts['discovery'] = {},
  health: ChildHealth = { state: 'running' },
): OpenParts =>
  ({
    reader: { state: 'ready', counters: { commands: 12, timeouts: 1 } },
    engine: { models: { detector: 'a', embedding: 'b', usage: 'c' }, restarts: 2, health },
    calibration: { id: 'sample-1' },
    engineReadyAfter: 812.5,
    discovery,
  }) as unknown as OpenParts;

const shown = (...given: Parameters<typeof devicesOf>): ShownDevices => {
  const devices = devicesOf(...given);
  expect(devicesSchema.parse(devices)).toEqual(devices);
  return devices;
};

describe('the device strip', () => {
  it('says that everything is still being opened', () => {
    expect(shown(undefined, settings, { camera: noCamera })).toEqual({
      reader: { state: 'closed', counters: {} },
      camera: { state: 'off', choices: [] },
      engine: { state: 'starting', name: 'local', models: [], restarts: 0 },
      decoder: { kind: 'none' },
      gateway: { state: 'off' },
      cloud: { state: 'off' },
    });
  });

  it('says why nothing could be opened', () => {
    const startError = new EngineError('engine.crashed').toJSON();
    expect(shown(undefined, settings, { camera: noCamera, startError }).engine).toMatchObject({
      state: 'failed',
      error: { code: 'engine.crashed', en: startError.message, zh: startError.messageZh },
    });
  });

  it('says what works, how long it took, and by which models', () => {
    const devices = shown(partsWith(), settings, { camera: noCamera, samId: '05.03-2026' });
    expect(devices.reader).toEqual({
      state: 'ready',
      counters: { commands: 12, timeouts: 1 },
      samId: '05.03-2026',
    });
    expect(devices.engine).toEqual({
      state: 'ready',
      name: 'local',
      models: ['detector', 'embedding'],
      calibration: 'sample-1',
      restarts: 2,
      readyAfter: 812.5,
    });
  });

  it('warns of scores that drifted, while the engine goes on comparing', () => {
    const warning = new DriftError('drift.more-score-low', { seen: '9.0 %' });
    const notes = { camera: noCamera, driftWarning: warning.toJSON() };
    expect(shown(partsWith(), settings, notes).engine).toMatchObject({
      state: 'ready',
      warning: { code: 'drift.more-score-low', ...warning.sentence },
    });
    expect(shown(undefined, settings, notes).engine).not.toHaveProperty('warning');
  });

  it.each([
    ['that is being started again', 'restarting', 'restarting'],
    ['that does not start', 'failed', 'failed'],
    // It has not shown yet that it does its work again.
    ['that runs again', 'running', 'ready'],
  ] as const)('keeps the error of an engine %s', (_what, state, shownState) => {
    const failure = new EngineError('engine.timed-out', { afterMs: 3000 });
    const devices = shown(partsWith({}, { state, failure }), settings, { camera: noCamera });
    expect(devices.engine).toMatchObject({
      state: shownState,
      error: { code: 'engine.timed-out', ...failure.sentence },
    });
  });

  it('names the port that was chosen, or the demonstration’s, and none that is looked for', () => {
    const chosen = settingsSchema.parse({ reader: { port: 'COM3' } });
    const camera = noCamera;
    expect(shown(partsWith(), chosen, { camera }).reader.port).toBe('COM3');
    expect(shown(partsWith({ paths: ['/tmp/port'] }), settings, { camera }).reader.port).toBe(
      '/tmp/port',
    );
    expect(shown(partsWith(), settings, { camera }).reader).not.toHaveProperty('port');
  });

  it.each(['cloud', 'cloud-with-local-fallback'] as const)(
    'has a cloud on the route %s',
    (route) => {
      const site = settingsSchema.parse({ engine: { route } });
      const cloudError = new CloudError('cloud.unreachable').toJSON();
      expect(shown(partsWith(), site, { camera: noCamera }).cloud).toEqual({
        state: 'ready',
        provider: 'cloudauth',
      });
      expect(shown(partsWith(), site, { camera: noCamera, cloudError }).cloud).toMatchObject({
        state: 'failing',
        lastError: { code: 'cloud.unreachable' },
      });
    },
  );

  it('shows the last error of reader and decoder in both languages', () => {
    const readerError = new ReaderError('reader.unplugged').toJSON();
    const decoderError = new PhotoError('photo.no-decoder').toJSON();
    const devices = shown(partsWith(), settings, { camera: noCamera, readerError, decoderError });
    expect(devices.reader.error).toEqual({
      code: 'reader.unplugged',
      en: readerError.message,
      zh: readerError.messageZh,
    });
    expect(devices.decoder.lastError?.code).toBe('photo.no-decoder');
  });
});

describe('a cloud without keys', () => {
  it.each(['cloudauth', 'tencent'] as const)('of %s is not taken for ready', (provider) => {
    for (const name of cloudKeys) vi.stubEnv(name, undefined);
    const site = settingsSchema.parse({ engine: { route: 'cloud', cloud: { provider } } });
    const cloudError = new CloudError('cloud.unreachable').toJSON();
    expect(shown(partsWith(), site, { camera: noCamera }).cloud).toEqual({
      state: 'no-keys',
      provider,
    });
    expect(shown(partsWith(), site, { camera: noCamera, cloudError }).cloud).toMatchObject({
      state: 'no-keys',
      lastError: { code: 'cloud.unreachable' },
    });
    expect(shown(partsWith(), settings, { camera: noCamera }).cloud).toEqual({ state: 'off' });
  });
});

describe('an error', () => {
  it.each([
    ['the reader', new ReaderError('reader.silent'), 'readerError'],
    ['the decoder', new PhotoError('photo.no-decoder'), 'decoderError'],
    ['the cloud', new CloudError('cloud.unreachable'), 'cloudError'],
  ] as const)('is noted of %s', (_what, error, where) => {
    expect(notedError(error)).toEqual({ [where]: error.toJSON() });
  });

  it.each([
    ['the check as a whole', new StationError('station.card-lifted-early')],
    ['nobody', new Error('a defect')],
    ['nothing', undefined],
  ])('that is about %s is noted of no device', (_what, error) => {
    expect(notedError(error)).toEqual({});
  });
});
