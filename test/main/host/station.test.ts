import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCalibration } from '../../../main/compare/load-calibration.ts';
import { leastComparisons } from '../../../main/drift/detect-drift.ts';
import { DeskLock } from '../../../main/desk-lock/desk-lock.ts';
import { forgetfulPin } from '../../../main/desk-lock/pin-file.ts';
import { memoryScoreStore } from '../../../main/drift/score-store.ts';
import type { WitnessError } from '../../../main/errors/witness-error.ts';
import { noticeHash, noticeOf } from '../../../main/host/notice.ts';
import { openStation } from '../../../main/host/open-station.ts';
import { Station } from '../../../main/host/station.ts';
import type { CallHandlers, CallSender } from '../../../main/ipc/register-calls.ts';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import { forgetfulSettings } from '../../../main/settings/settings-store.ts';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';
import { settingsSchema, type Settings } from '../../../main/settings/settings.ts';
import { commandFor } from '../photo/command-scripts.ts';

/*
 * The whole station but its windows: real models in a process of their own, the demonstration's reader
 * on a port, invented guests.
 */

const clerk: CallSender = { origin: 'app://station', isTopFrame: true, role: 'clerk' };
const by = { operator: '王', reason: '看过证件' };

/** A station at work, and what its pages are told. */
class Stand {
  readonly errors: WitnessError[] = [];
  readonly told: string[] = [];
  readonly guestTold: string[] = [];
  readonly readyAfter: number[] = [];
  readonly stop = new AbortController();
  readonly ended: Promise<void>;
  readonly station: Station;
  readonly #changes = new EventTarget();

  constructor(make: (options: Pick<Station['options'], 'onError' | 'onReady'>) => Station) {
    this.station = make({
      onError: (error) => this.errors.push(error),
      onReady: (ms) => this.readyAfter.push(ms),
    });
    const note = (list: string[]) => (channel: string) => {
      list.push(channel.replace('witness:', ''));
      this.#changes.dispatchEvent(new Event('change'));
    };
    this.station.hub.subscribe('clerk', note(this.told));
    this.station.hub.subscribe('guest', note(this.guestTold));
    this.ended = this.station.run(this.stop.signal);
  }

  get handlers(): Omit<CallHandlers, 'openGuestScreen'> {
    return this.station.handlers;
  }

  get settings(): Settings {
    return this.station.settings;
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await once(this.#changes, 'change');
  }

  async at<Phase extends ShownStage['phase']>(
    phase: Phase,
  ): Promise<Extract<ShownStage, { phase: Phase }>> {
    await this.until(() => this.station.stage.phase === phase);
    return this.station.stage as Extract<ShownStage, { phase: Phase }>;
  }

  async ready(): Promise<void> {
    await this.until(() => this.station.devices.snapshot.reader.state === 'ready');
    await this.at('waiting-for-card');
  }

  async play(scene: string): Promise<void> {
    await this.handlers.playScene({ scene }, clerk);
  }

  /** The guest goes, with the card; resolves when the reader has seen it. */
  async clear(): Promise<void> {
    await this.handlers.liftDemoCard(undefined, clerk);
    await this.until(() => {
      const { stage } = this.station;
      return stage.phase === 'result' ? !stage.cardLies : !('visit' in stage);
    });
    const { stage } = this.station;
    if (stage.phase === 'result') await this.handlers.finishVisit({ visit: stage.visit }, clerk);
  }

  async end(): Promise<void> {
    this.stop.abort();
    await this.ended;
  }
}

describe('a demonstration', () => {
  let stand: Stand;
  beforeAll(async () => {
    const stations = await openStation({ isDemo: true, onError: () => undefined });
    // Made with this file's ears from here on.
    stand = new Stand((options) => new Station({ ...stations.options, ...options }));
    await stand.ready();
  });
  afterAll(() => stand.end());

  it('is ready once the engine is warm, and says how long that took', () => {
    expect(stand.readyAfter).toHaveLength(1);
    const { engine, reader } = stand.station.devices.snapshot;
    expect(engine).toMatchObject({ state: 'ready', readyAfter: stand.readyAfter[0], restarts: 0 });
    expect(engine.models.length).toBeGreaterThan(2);
    expect(reader.port).toBe(stand.station.parts?.demo?.port.path);
    expect(stand.errors).toEqual([]);
  });

  it('is the product as it comes, with a site that is nobody’s', async () => {
    const view = await stand.handlers.currentSettings(undefined, clerk);
    expect(view).toMatchObject({ file: '–', settings: { isSetUp: true, compare: { far: 0.001 } } });
    expect(view.populations).toContain(view.settings.compare.population);
    expect(
      await stand.handlers.currentPreferences(undefined, { ...clerk, role: 'guest' }),
    ).toMatchObject({ role: 'guest', isDemo: true });
    expect(await stand.handlers.currentDemo(undefined, clerk)).toMatchObject({ cardLies: false });
  });

  it('takes a guest to a verdict with the pictures its camera shows', async () => {
    await stand.play('pass');
    const { visit, notice } = await stand.at('consent');
    expect(notice).toMatchObject({ organisation: '示例酒店 Example Hotel', guardian: false });
    await stand.handlers.answerConsent(
      { visit, answer: { kind: 'face', cloud: false, guardian: false } },
      clerk,
    );
    const pictures = await stand.handlers.demoPictures({ scene: 'pass' }, clerk);
    for (let i = 0; stand.station.stage.phase !== 'result'; i++) {
      const frame = pictures[i % pictures.length]!.slice();
      const { instruction } = await stand.handlers.offerFrame({ visit, frame }, clerk);
      if (stand.station.stage.phase === 'looking') expect(instruction).toBe('good');
      await stand.until(() => stand.station.stage.phase !== 'comparing');
    }
    expect(await stand.handlers.currentStage(undefined, clerk)).toMatchObject({ verdict: 'pass' });
    expect(await stand.handlers.currentDesk(undefined, clerk)).toMatchObject({
      verdict: 'pass',
      hasChipPhoto: true,
      hasFrame: true,
    });
    const images = await stand.handlers.visitImages({ visit }, clerk);
    expect(Object.keys(images)).toEqual(['chip', 'frame']);
    await stand.clear();
    expect(await stand.handlers.visitImages({ visit }, clerk)).toEqual({});
    expect(stand.guestTold).not.toContain('deskChanged');
    expect(stand.told).toContain('recordsChanged');
  });

  it('lets a clerk decide, and keeps the check', async () => {
    await stand.play('expired');
    const { visit, verdict, reasons } = await stand.at('result');
    expect([verdict, reasons]).toEqual(['review', ['card-expired']]);
    await expect(stand.handlers.allowRetry({ visit, ...by }, clerk)).rejects.toMatchObject({
      code: 'station.card-not-valid',
    });
    await stand.handlers.decideVisit({ visit, ...by, verdict: 'fail' }, clerk);
    const { records } = await stand.handlers.listRecords({ offset: 0, limit: 1 }, clerk);
    expect(records[0]).toMatchObject({ verdict: 'fail', decisions: [{ ...by, verdict: 'fail' }] });
    const { endedAt } = records[0]!;
    const range = { from: endedAt, to: '9999-01-01T00:00:00Z', utcOffset: 0 };
    expect(await stand.handlers.figures(range, clerk)).toMatchObject({ fail: 1 });
    await stand.clear();
  });

  it('asks for staff when a guest wants help', async () => {
    await stand.play('pass');
    const { visit } = await stand.at('consent');
    await stand.handlers.askForStaff({ visit }, clerk);
    expect(stand.station.stage).toMatchObject({ verdict: 'review', reasons: ['no-usable-frame'] });
    await stand.handlers.decideVisit({ visit, ...by, verdict: 'fail' }, clerk);
    await stand.clear();
  });

  it('locks the desk when a guest comes to the one screen, and says so to clerks only', async () => {
    const { handlers, told, guestTold } = stand;
    await handlers.changePin({ pin: '2468' }, clerk);
    expect(await handlers.currentLock(undefined, clerk)).toEqual({ hasPin: true, isLocked: false });
    await stand.play('pass');
    await stand.at('consent');
    expect(await handlers.currentLock(undefined, clerk)).toEqual({ hasPin: true, isLocked: true });
    await handlers.unlockDesk({ pin: '2468' }, clerk);
    await handlers.changePin({}, clerk);
    expect(told.filter((name) => name === 'lockChanged')).toHaveLength(4);
    expect(guestTold).not.toContain('lockChanged');
    await stand.clear();
  });

  it('shows a guest the notice of the moment the card came, and records that very one', async () => {
    await stand.play('pass');
    const { visit } = await stand.at('consent');
    const before = noticeOf(stand.settings);
    const site = { ...stand.settings.site, purpose: '另一目的' };
    await stand.handlers.changeSettings({ settings: { ...stand.settings, site } }, clerk);
    expect(stand.station.stage).toMatchObject({ notice: { purpose: before.purpose } });
    await stand.handlers.answerConsent({ visit, answer: { kind: 'without-face' } }, clerk);
    await stand.handlers.decideVisit({ visit, ...by, verdict: 'fail' }, clerk);
    const { records } = await stand.handlers.listRecords({ offset: 0, limit: 1 }, clerk);
    expect(records[0]?.consent?.notice).toBe(noticeHash(before));
    await stand.clear();
    await stand.play('pass');
    expect(await stand.at('consent')).toMatchObject({ notice: { purpose: '另一目的' } });
    await stand.clear();
  });

  it('counts changed rules from the next guest on, and opens nothing anew for them', async () => {
    const compare = { ...stand.settings.compare, far: 0.01, attempts: 1 };
    const before = stand.told.length;
    const view = await stand.handlers.changeSettings(
      { settings: { ...stand.settings, compare } },
      clerk,
    );
    expect(view.settings.compare).toMatchObject({ far: 0.01, attempts: 1 });
    expect(stand.told.slice(before)).toEqual(
      expect.arrayContaining(['preferencesChanged', 'settingsChanged']),
    );
    expect(stand.guestTold).not.toContain('settingsChanged');
    expect(stand.station.counter.rules).toMatchObject({ far: 0.01, attempts: 1 });
    expect(await stand.handlers.operatingTable(undefined, clerk)).toMatchObject({ attempts: 1 });
    expect(stand.readyAfter).toHaveLength(1);
  });

  it('refuses rules the calibration cannot keep, and changes nothing', async () => {
    const { settings } = stand;
    // Ten attempts of two chances each: nobody has measured a twentieth of 0.01 %.
    const compare = { ...settings.compare, far: 0.0001, attempts: 10 };
    const engine = { ...settings.engine, route: 'local-then-cloud' as const };
    await expect(
      stand.handlers.changeSettings({ settings: { ...settings, compare, engine } }, clerk),
    ).rejects.toMatchObject({ code: 'verdict.far-not-measured' });
    const nowhere = { ...settings.compare, population: 'nobody' };
    await expect(
      stand.handlers.changeSettings({ settings: { ...settings, compare: nowhere } }, clerk),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^calibration\./) as string });
    expect(stand.settings).toBe(settings);
  });

  it('says where the emulated reader is, which nobody can look for', async () => {
    expect(await stand.handlers.findReader(undefined, clerk)).toMatchObject({
      path: stand.station.parts?.demo?.port.path,
      samId: expect.any(String) as string,
    });
  });

  it('follows what a page says of its camera', async () => {
    const report = { state: 'problem', problem: 'denied', choices: [] } as const;
    await stand.handlers.reportCamera({ ...report, choices: [] }, clerk);
    expect((await stand.handlers.currentDevices(undefined, clerk)).camera).toEqual(report);
  });

  it('has no scene that was never written', async () => {
    await expect(stand.play('miracle')).rejects.toMatchObject({ code: 'demo.unknown-scene' });
  });

  it('does works that need closed parts one after the other, and is open again after', async () => {
    const running = new Set<string>();
    const work = (name: string) => async (): Promise<string> => {
      expect(stand.station.parts).toBeUndefined();
      running.add(name);
      expect(running.size).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(name);
      return name;
    };
    const { station } = stand;
    const [first, second] = await Promise.all([
      station.whileClosed(work('first')),
      station.whileClosed(work('second')),
    ]);
    expect([first, second]).toEqual(['first', 'second']);
    await stand.ready();
    expect(stand.readyAfter).toHaveLength(2);
    await expect(station.whileClosed(() => Promise.reject(new Error('a defect')))).rejects.toThrow(
      'a defect',
    );
    await stand.ready();
    expect(stand.errors).toEqual([]);
  });
});

const lock = await DeskLock.open(forgetfulPin());

describe('a station', () => {
  const open = (
    settings: Parameters<typeof settingsSchema.parse>[0],
    isDemo: boolean,
    scores = memoryScoreStore(),
  ): Stand =>
    new Stand(
      (options) =>
        new Station({
          settings: forgetfulSettings(settingsSchema.parse(settings)),
          records: createMemoryRecordStore(),
          scores,
          lock,
          isDemo,
          ...options,
        }),
    );

  it('that could not be opened says why, and tries again when the settings change', async () => {
    const stand = open({ compare: { population: 'nobody' } }, true);
    expect(await stand.at('problem')).toMatchObject({ remedy: 'restart' });
    expect(stand.station.devices.snapshot.engine).toMatchObject({
      state: 'failed',
      error: { code: expect.stringMatching(/^calibration\./) as string },
    });
    for (const name of ['operatingTable', 'findReader', 'checkDecoder'] as const)
      await expect(
        (async () => {
          await stand.handlers[name](undefined, clerk);
        })(),
      ).rejects.toMatchObject({ code: 'host.not-ready' });
    await stand.handlers.changeSettings({ settings: settingsSchema.parse({}) }, clerk);
    await stand.ready();
    expect(stand.station.devices.snapshot.engine.state).toBe('ready');
    await stand.end();
  });

  it('that is no demonstration has no scenes', async () => {
    const stand = open({ reader: { port: '/dev/witness-no-such-port' } }, false);
    await stand.until(() => stand.station.parts !== undefined);
    expect(await stand.handlers.currentDemo(undefined, clerk)).toEqual({
      scenes: [],
      cardLies: false,
    });
    await expect(stand.play('pass')).rejects.toMatchObject({ code: 'host.no-demo' });
    await stand.until(() => stand.station.stage.phase === 'problem');
    expect(stand.station.devices.snapshot.reader).toMatchObject({
      port: '/dev/witness-no-such-port',
      error: { code: 'reader.port-not-found' },
    });
    expect(stand.station.stage).toMatchObject({ remedy: 'wait-for-reader' });
    await stand.end();
  });

  it('warns at once of scores that drifted before it was started, but for invented guests', async () => {
    const { id } = await findCalibration(calibrationFolders());
    const scores = memoryScoreStore();
    for (let i = 0; i < leastComparisons; i++)
      scores.count({ calibration: id, pair: 'IDPic-FacePic', day: '2026-03-10', score: 42 });
    for (const isDemo of [false, true]) {
      const stand = open({ reader: { port: '/dev/witness-no-such-port' } }, isDemo, scores);
      await stand.until(() => stand.station.devices.snapshot.engine.state === 'ready');
      const codes = stand.errors.map(({ code }) => code);
      const { warning } = stand.station.devices.snapshot.engine;
      expect(warning?.code).toBe(isDemo ? undefined : 'drift.more-score-low');
      expect(codes.filter((code) => code.startsWith('drift.'))).toHaveLength(isDemo ? 0 : 1);
      await stand.end();
    }
  });

  it('frees the reader’s port to try a decoder that needs it, and only then', async () => {
    const stand = open({ decoder: { ...commandFor('refuses'), needsReader: true } }, true);
    await stand.ready();
    expect(await stand.handlers.checkDecoder(undefined, clerk)).toMatchObject({ works: true });
    expect(stand.told).toContain('stageChanged');
    await stand.ready();
    expect(stand.readyAfter).toHaveLength(2);
    const decoder = { ...commandFor('crashes'), needsReader: false };
    await stand.handlers.changeSettings({ settings: { ...stand.settings, decoder } }, clerk);
    await stand.until(() => stand.readyAfter.length === 3);
    await stand.ready();
    expect(await stand.handlers.checkDecoder(undefined, clerk)).toMatchObject({ works: false });
    expect(stand.readyAfter).toHaveLength(3);
    await stand.end();
  });
});
