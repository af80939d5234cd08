import { once } from 'node:events';
import { assertRulesPossible } from '../compare/assert-rules-possible.ts';
import { findCalibration, type CalibrationFolders } from '../compare/load-calibration.ts';
import { chancesOf } from '../compare/routing.ts';
import { toWitnessError } from '../errors/unexpected-error.ts';
import type { ScoreStore } from '../drift/score-store.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import type { PageRole } from '../ipc/contract.ts';
import type { CallHandlers } from '../ipc/register-calls.ts';
import type { Preferences } from '../ipc/settings-view.ts';
import { toShownDesk } from '../ipc/shown-desk.ts';
import { toShownStage } from '../ipc/shown-stage.ts';
import type { ShownDesk } from '../ipc/desk-schema.ts';
import type { ShownStage } from '../ipc/stage-schema.ts';
import type { LaunchProcess } from '../process/launcher.ts';
import type { RecordStore } from '../records/record-store.ts';
import { calibrationFolders } from '../settings/calibration-folders.ts';
import type { DeskLock } from '../desk-lock/desk-lock.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Settings } from '../settings/settings.ts';
import { Counter, type CounterParts } from '../station/counter.ts';
import type { CounterRules } from '../station/counter-rules.ts';
import { needsReopening } from './changed-parts.ts';
import { DeviceWatch } from './device-watch.ts';
import type { Demo } from '../demo/open-demo.ts';
import { shownDemo } from './demo-handlers.ts';
import { EventHub } from './event-hub.ts';
import { followDemo } from './follow-demo.ts';
import { lockForGuests } from './lock-for-guests.ts';
import { noticeHash, noticeOf, type SiteNotice } from './notice.ts';
import { openParts, type OpenParts } from './open-parts.ts';
import { preferencesOf } from './preferences.ts';
import { forgetExpired } from './retention.ts';
import { publishChanges } from './publish-changes.ts';
import { ScoreWatch } from './score-watch.ts';
import { StationGateway } from './station-gateway.ts';
import { stationHandlers } from './station-handlers.ts';

export interface StationOptions {
  readonly settings: SettingsStore;
  readonly records: RecordStore;
  /** Where scores are counted. Those of a demonstration's guests, who are invented, are not. */
  readonly scores: ScoreStore;
  /** What keeps guests from the clerk's side. */
  readonly lock: DeskLock;
  /** Starts the processes of engine and decoder. Default: Node's `fork`. */
  readonly launch?: LaunchProcess;
  /** Whether reader and guests are the demonstration's. */
  readonly isDemo: boolean;
  /** Told of every error, with its cause; the screens get only what a person is to read. */
  readonly onError: (error: WitnessError) => void;
  /** Told each time the engine is warm, with the milliseconds since it was started. */
  readonly onReady?: (readyAfter: number) => void;
}

/**
 * A station without its windows: counter, records, settings and devices, bound to the contract. Every
 * host runs this one and only brings the wire.
 */
export class Station {
  readonly options: StationOptions;
  readonly counter: Counter;
  readonly devices: DeviceWatch;
  readonly hub = new EventHub((role) => {
    this.devices.forgetPage(role);
  });
  readonly lock: DeskLock;
  /** What the calls of the contract do here. Opening the guest's screen is the host's. */
  readonly handlers: Omit<CallHandlers, 'openGuestScreen'>;
  /** What the notice said when a guest's rules were made: that is what the guest agrees to. */
  readonly #notices = new WeakMap<CounterRules, SiteNotice>();
  #isGuestApart = true;
  #parts: OpenParts | undefined;
  #stopDemo: (() => void) | undefined;
  #scores: ScoreWatch | undefined;
  #reopen = new AbortController();
  #running: Promise<void> = Promise.resolve();
  /** Work that needs the parts to be closed: the next opening waits for it. */
  #interlude: Promise<unknown> = Promise.resolve();

  readonly #report = (error: WitnessError): void => {
    this.devices.noteError(error);
    this.options.onError(error);
  };

  constructor(options: StationOptions) {
    this.options = options;
    this.lock = options.lock;
    this.counter = new Counter({
      prepare: () => this.#prepare(),
      records: options.records,
      rules: () => this.#rulesNow(),
      onError: this.#report,
    });
    this.devices = new DeviceWatch({
      settings: () => this.settings,
      onChange: () => {
        this.hub.publish('devicesChanged', () => this.devices.snapshot);
      },
    });
    this.handlers = stationHandlers(this);
    publishChanges(this);
    lockForGuests(this);
    this.counter.onChange((state) => {
      this.#scores?.see(state, this.counter.rules);
      this.devices.look();
    });
  }

  get settings(): Settings {
    return this.options.settings.current;
  }

  /** Where calibrations to choose from lie. */
  get calibrations(): CalibrationFolders {
    return calibrationFolders(this.options.settings.file);
  }

  /** The open parts; undefined while they are being opened. */
  get parts(): OpenParts | undefined {
    return this.#parts;
  }

  get stage(): ShownStage {
    const { state, rules } = this.counter;
    return toShownStage(state, rules, this.#notices.get(rules) ?? noticeOf(this.settings));
  }

  get desk(): ShownDesk {
    const { state, rules } = this.counter;
    const { chip, frame } = 'guest' in state ? this.counter.images(state.guest.visit) : {};
    const has = { chip: chip !== undefined, frame: frame !== undefined };
    return toShownDesk(state, rules, has, new Date());
  }

  /** How a page is to look and sound. */
  preferences(role: PageRole): Preferences {
    const { isDemo } = this.options;
    return preferencesOf(this.settings, { role, isDemo, isGuestApart: this.#isGuestApart });
  }

  /**
   * Says whether the guest's page has the screen of its own that the settings want; it is taken for
   * granted until then. Where it has none, the clerk's page shows the guest's part.
   */
  setGuestApart(isApart: boolean): void {
    if (isApart === this.#isGuestApart) return;
    this.#isGuestApart = isApart;
    this.hub.publish('preferencesChanged', (role) => this.preferences(role));
  }

  /** Serves guests until `signal` aborts. What fails meanwhile is a state of the counter. */
  async run(signal: AbortSignal): Promise<void> {
    const forgetting = forgetExpired(this.options.records, () => this.settings, {
      signal,
      onForgotten: () => {
        this.hub.publish('recordsChanged', () => undefined);
      },
      onError: this.options.onError,
    });
    while (!signal.aborted) {
      await this.#interludesOver();
      this.#reopen = new AbortController();
      const ending = AbortSignal.any([signal, this.#reopen.signal]);
      this.#running = this.counter.run(ending);
      await this.#running;
      this.#leaveParts();
      // A counter that broke down stays as it is until somebody changes something.
      if (!ending.aborted) await once(ending, 'abort');
    }
    await forgetting;
    this.lock.close();
    await this.#keepScores();
  }

  /**
   * Replaces the settings, and opens anew what they change.
   *
   * @throws SettingsError, VerdictError, CalibrationError; nothing was changed then.
   */
  async changeSettings(next: Settings): Promise<void> {
    const { far, review, attempts, population } = next.compare;
    const calibration = await findCalibration(this.calibrations, population);
    const chances = chancesOf(next.engine.route);
    assertRulesPossible(calibration, { far, review, attempts, chances });
    const before = this.settings;
    await this.options.settings.change(next);
    this.hub.publish('preferencesChanged', (role) => this.preferences(role));
    this.hub.publish('stageChanged', () => this.stage);
    this.hub.publish('deskChanged', () => this.desk);
    if (needsReopening(before, next)) this.#reopen.abort();
    this.devices.look();
  }

  /**
   * Lets go of reader, decoder and engine, does the work, and opens them again. Works that are given at
   * once are done one after the other.
   */
  async whileClosed<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = Promise.all([this.#running, this.#interlude]).then(work);
    const ended = (): void => undefined;
    this.#interlude = done.then(ended, ended);
    this.#reopen.abort();
    return done;
  }

  async #interludesOver(): Promise<void> {
    for (let last: unknown; last !== this.#interlude;) {
      last = this.#interlude;
      await last;
    }
  }

  #rulesNow(): CounterRules {
    const { compare, screen } = this.settings;
    const { far, review, attempts } = compare;
    const notice = noticeOf(this.settings);
    const { holdSeconds } = screen;
    const rules = { far, review, attempts, holdSeconds, noticeHash: noticeHash(notice) };
    this.#notices.set(rules, notice);
    return rules;
  }

  async #prepare(): Promise<CounterParts> {
    const { launch, isDemo, onReady } = this.options;
    try {
      const parts = await openParts({
        settings: this.settings,
        calibrations: this.calibrations,
        isDemo,
        onFallback: this.#report,
        onWell: (part) => {
          this.devices.noteWell(part);
        },
        ...(launch && { launch }),
      });
      this.#parts = parts;
      this.devices.follow(parts);
      if (parts.demo) this.#followDemo(parts.demo);
      else this.#watchScores(parts);
      onReady?.(parts.engineReadyAfter);
      const gateway = this.#serveGateway(parts);
      return {
        ...parts.counter,
        close: async () => {
          // First, as it stands on the engine.
          await gateway.close();
          await parts.counter.close();
        },
      };
    } catch (caught) {
      this.devices.noteStartError(toWitnessError(caught).toJSON());
      throw caught;
    }
  }

  #watchScores({ calibration }: OpenParts): void {
    this.#scores = new ScoreWatch({
      store: this.options.scores,
      calibration,
      onLook: (warning) => {
        this.devices.noteDrift(warning?.toJSON());
      },
      onWarning: this.options.onError,
    });
    this.#scores.look();
  }

  async #keepScores(): Promise<void> {
    const { scores, onError } = this.options;
    await scores.flush();
    if (scores.problem) onError(scores.problem);
  }

  #serveGateway({ local, engine }: OpenParts): StationGateway {
    return new StationGateway({
      engine: local,
      engineRestarts: () => engine.restarts,
      settings: this.settings.gateway,
      settingsFile: this.options.settings.file,
      onAddress: (address) => {
        this.devices.noteGateway(address);
      },
      onError: this.#report,
    });
  }

  #followDemo(demo: Demo): void {
    const onChange = (): void => {
      this.hub.publish('demoChanged', () => shownDemo(this.#parts?.demo));
    };
    const { counter } = this;
    this.#stopDemo = followDemo({ demo, counter, onChange, onError: this.#report });
    onChange();
  }

  #leaveParts(): void {
    this.#stopDemo?.();
    this.#stopDemo = undefined;
    this.#parts = undefined;
    this.#scores = undefined;
    this.devices.leave();
  }
}
