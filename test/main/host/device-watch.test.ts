import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { DriftError } from '../../../main/drift/drift-error.ts';
import { EngineError } from '../../../main/engine/engine-error.ts';
import { DeviceWatch } from '../../../main/host/device-watch.ts';
import type { OpenParts } from '../../../main/host/open-parts.ts';
import type { ChildHealth } from '../../../main/process/child-health.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { cloudKeys } from '../cloud/cloud-keys.ts';

const settings = settingsSchema.parse({ engine: { route: 'cloud-with-local-fallback' } });

beforeEach(() => {
  for (const name of cloudKeys) vi.stubEnv(name, 'test');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const makeWatch = (): { watch: DeviceWatch; changes: () => number } => {
  let changes = 0;
  const watch = new DeviceWatch({ settings: () => settings, onChange: () => (changes += 1) });
  watch.look();
  return { watch, changes: () => changes };
};

describe('the watch over the devices', () => {
  it('keeps what failed at a device apart from what failed at another', () => {
    const { watch } = makeWatch();
    watch.noteError(new CloudError('cloud.timed-out', { afterMs: 1 }));
    watch.noteError(new PhotoError('photo.no-decoder'));
    expect(watch.snapshot.cloud).toMatchObject({
      state: 'failing',
      lastError: { code: 'cloud.timed-out' },
    });
    expect(watch.snapshot.decoder.lastError?.code).toBe('photo.no-decoder');
  });

  it('forgets it once that device has done its work, and tells', () => {
    const { watch, changes } = makeWatch();
    watch.noteError(new CloudError('cloud.timed-out', { afterMs: 1 }));
    watch.noteError(new PhotoError('photo.no-decoder'));
    const before = changes();
    watch.noteWell('cloud');
    expect(watch.snapshot.cloud).toEqual({ state: 'ready', provider: 'cloudauth' });
    expect(watch.snapshot.decoder.lastError?.code).toBe('photo.no-decoder');
    expect(changes()).toBe(before + 1);
    watch.noteWell('cloud');
    expect(changes()).toBe(before + 1);
  });
});

describe('the camera', () => {
  it('is known no longer than the page that has it is there', () => {
    const { watch, changes } = makeWatch();
    watch.noteCamera({ state: 'on', label: 'USB', choices: [] }, 'guest');
    watch.forgetPage('clerk');
    expect(watch.snapshot.camera.state).toBe('on');
    const before = changes();
    watch.forgetPage('guest');
    expect(watch.snapshot.camera).toEqual({ state: 'off', choices: [] });
    expect(changes()).toBe(before + 1);
  });
});

/** Open parts whose reader the test decides about. */
class FakeParts {
  state = 'opening';
  commands = 0;
  readonly listeners = new Set<(state: string) => void>();
  health: ChildHealth = { state: 'running' };
  readonly engineListeners = new Set<() => void>();
  answer: () => Promise<{ readonly text: string }> = () => Promise.resolve({ text: '05.03-1' });

  get parts(): OpenParts {
    return this.#parts;
  }

  become(state: string): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }

  engineBecomes(health: ChildHealth): void {
    this.health = health;
    for (const listener of this.engineListeners) listener();
  }

  readonly #parts = {
    reader: Object.defineProperties(
      {
        onStateChange: (listener: (state: string) => void) => {
          this.listeners.add(listener);
          return () => this.listeners.delete(listener);
        },
        samId: () => this.answer(),
      },
      {
        state: { get: () => this.state },
        counters: { get: () => ({ commands: this.commands }) },
      },
    ),
    engine: Object.defineProperties(
      {
        models: {},
        restarts: 0,
        onHealth: (listener: () => void) => {
          this.engineListeners.add(listener);
          return () => this.engineListeners.delete(listener);
        },
      },
      { health: { get: () => this.health } },
    ),
    calibration: { id: 'sample-1' },
    engineReadyAfter: 1,
    discovery: {},
  } as unknown as OpenParts;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the watch over open parts', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks a reader that is well who it is, and forgets what was wrong with it', async () => {
    const { watch } = makeWatch();
    const fake = new FakeParts();
    watch.follow(fake.parts);
    watch.noteError(new ReaderError('reader.unplugged'));
    expect(watch.snapshot.reader).toMatchObject({
      state: 'opening',
      error: { code: 'reader.unplugged' },
    });
    fake.become('ready');
    await turn();
    expect(watch.snapshot.reader).toEqual({
      state: 'ready',
      counters: { commands: 0 },
      samId: '05.03-1',
    });
    watch.leave();
  });

  it('takes a reader that does not tell who it is for well all the same', async () => {
    const { watch } = makeWatch();
    const fake = new FakeParts();
    fake.answer = () => Promise.reject(new ReaderError('reader.silent'));
    watch.follow(fake.parts);
    fake.become('ready');
    await turn();
    expect(watch.snapshot.reader).toEqual({ state: 'ready', counters: { commands: 0 } });
    watch.leave();
  });

  it('gives no reader the identity of the one before', async () => {
    const { watch } = makeWatch();
    const [before, after] = [new FakeParts(), new FakeParts()];
    let tell = (): void => undefined;
    before.answer = () =>
      new Promise((resolve) => {
        tell = () => {
          resolve({ text: 'old' });
        };
      });
    watch.follow(before.parts);
    before.become('ready');
    watch.leave();
    watch.follow(after.parts);
    tell();
    await turn();
    expect(watch.snapshot.reader).not.toHaveProperty('samId');
    watch.leave();
  });

  it('looks at the counters every two seconds, and tells only of what changed', () => {
    const { watch, changes } = makeWatch();
    const fake = new FakeParts();
    watch.follow(fake.parts);
    const before = changes();
    vi.advanceTimersByTime(10_000);
    expect(changes()).toBe(before);
    fake.commands = 3;
    vi.advanceTimersByTime(2000);
    expect(changes()).toBe(before + 1);
    watch.leave();
    fake.commands = 4;
    vi.advanceTimersByTime(10_000);
    expect(changes()).toBe(before + 2);
    expect(fake.listeners.size).toBe(0);
    expect(watch.snapshot.reader.state).toBe('closed');
  });

  it('warns of the scores until there is nothing to warn of any more, and tells of either', () => {
    const { watch, changes } = makeWatch();
    watch.follow(new FakeParts().parts);
    const before = changes();
    watch.noteDrift(new DriftError('drift.scores-lower').toJSON());
    expect(watch.snapshot.engine.warning?.code).toBe('drift.scores-lower');
    watch.noteWell('cloud');
    expect(watch.snapshot.engine.warning?.code).toBe('drift.scores-lower');
    watch.noteDrift(undefined);
    expect(watch.snapshot.engine).not.toHaveProperty('warning');
    watch.noteDrift(undefined);
    expect(changes()).toBe(before + 2);
    watch.leave();
  });

  it('tells at once what the engine’s process says of itself', () => {
    const { watch, changes } = makeWatch();
    const fake = new FakeParts();
    watch.follow(fake.parts);
    const before = changes();
    const failure = new EngineError('engine.timed-out', { afterMs: 3000 });
    fake.engineBecomes({ state: 'restarting', failure });
    expect(watch.snapshot.engine).toMatchObject({
      state: 'restarting',
      error: { code: 'engine.timed-out' },
    });
    fake.engineBecomes({ state: 'running' });
    expect(watch.snapshot.engine).toMatchObject({ state: 'ready' });
    expect(watch.snapshot.engine).not.toHaveProperty('error');
    expect(changes()).toBe(before + 2);
    watch.leave();
    expect(fake.engineListeners.size).toBe(0);
  });

  it('keeps what a page said of the camera over parts that come and go', () => {
    const { watch } = makeWatch();
    watch.noteCamera({ state: 'on', choices: [] }, 'guest');
    watch.follow(new FakeParts().parts);
    watch.leave();
    watch.noteStartError(new PhotoError('photo.no-decoder').toJSON());
    expect(watch.snapshot).toMatchObject({
      camera: { state: 'on' },
      engine: { state: 'failed', error: { code: 'photo.no-decoder' } },
    });
  });
});
