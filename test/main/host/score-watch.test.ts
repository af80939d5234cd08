import { afterEach, describe, expect, it } from 'vitest';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { leastComparisons } from '../../../main/drift/detect-drift.ts';
import { DriftError } from '../../../main/drift/drift-error.ts';
import { seenScores } from '../../../main/drift/score-statistics.ts';
import { memoryScoreStore, type ScoreStore } from '../../../main/drift/score-store.ts';
import { totalOf } from '../../../main/drift/score-counts.ts';
import { ScoreWatch } from '../../../main/host/score-watch.ts';
import { EngineError } from '../../../main/engine/engine-error.ts';
import { attemptOf, type Attempt } from '../../../main/station/attempt.ts';
import type { CounterState } from '../../../main/station/counter-state.ts';
import { resultOf } from '../cloud/sample-routes.ts';
import { sampleCalibration } from '../compare/sample-calibration.ts';
import { residentText } from '../card/synthetic-cards.ts';
import { CounterStage } from '../station/counter-stage.ts';
import {
  sampleAttempt,
  sampleGuest,
  sampleReading,
  sampleResult,
  sampleRules,
} from '../station/sample-guests.ts';

const [table] = sampleCalibration().tables;
const calibration = sampleCalibration({ tables: [{ ...table!, pair: 'IDPic-FacePic' }] });
const key = { calibration: calibration.id, pair: 'IDPic-FacePic' } as const;

/** A watch, and what it counted and said. */
const makeWatch = (store: ScoreStore = memoryScoreStore(), calibrated = calibration) => {
  const looks: (string | undefined)[] = [];
  const warnings: string[] = [];
  const watch = new ScoreWatch({
    store,
    calibration: calibrated,
    onLook: (warning) => looks.push(warning?.code),
    onWarning: ({ code }) => warnings.push(code),
    // Shortly before midnight on this computer's clock, wherever it stands.
    now: () => new Date(2026, 2, 10, 23, 59, 59),
  });
  const counted = (): readonly number[] =>
    [...seenScores(store.current, key, { days: 60 }).counts.entries()].flatMap(([step, count]) =>
      Array.from({ length: count }, () => step * 5),
    );
  return { watch, store, looks, warnings, counted };
};

let stage: CounterStage | undefined;
afterEach(() => stage?.end());

/** A counter whose states the watch sees. */
const open = (options?: ConstructorParameters<typeof CounterStage>[0]) => {
  const watched = makeWatch();
  const opened = new CounterStage(options);
  opened.counter.onChange(() => {
    watched.watch.see(opened.counter.state, opened.counter.rules);
  });
  stage = opened;
  return { ...watched, stage: opened };
};

describe('of a guest', () => {
  it('who passes at once the score is counted once, whatever happens afterwards', async () => {
    const { stage, counted, store } = open();
    const visit = await stage.receive();
    await stage.attempt(92);
    await stage.lift();
    await stage.counter.decide(visit, { verdict: 'fail', operator: '王', reason: '看过' });
    expect(counted()).toEqual([90]);
    expect(store.current.tables[0]).toMatchObject({ ...key, days: [{ day: '2026-03-10' }] });
  });

  it('only the first of several attempts is counted, be it better or worse', async () => {
    const { stage, counted } = open();
    await stage.receive();
    await stage.attempt(20);
    await stage.attempt(10);
    await stage.attempt(77);
    expect(stage.state.phase).toBe('result');
    expect(counted()).toEqual([20]);
  });

  it('who is allowed another round nothing more is counted', async () => {
    const { stage, counted } = open({ rules: { attempts: 1 } });
    const visit = await stage.receive();
    await stage.attempt(76);
    await stage.counter.allowRetry(visit, { operator: '王', reason: '光线' });
    await stage.attempt(91);
    expect(counted()).toEqual([75]);
  });

  it('who lays the card down again, nothing more is counted', async () => {
    const { stage, counted } = open();
    const reading = (): ReturnType<typeof sampleReading> => sampleReading({ text: residentText() });
    await stage.receive(reading());
    await stage.attempt(20);
    await stage.lift();
    await stage.receive(reading());
    await stage.attempt(25);
    expect(counted()).toEqual([20]);
  });

  it('after another one the score is counted too', async () => {
    const { stage, counted } = open();
    for (const score of [92, 95]) {
      await stage.receive();
      await stage.attempt(score);
      await stage.lift();
    }
    expect(counted()).toEqual([90, 95]);
  });

  it('whom nobody compared nothing is counted', async () => {
    const failing: CompareEngine = {
      name: 'sample',
      compareFaces: () => Promise.reject(new DriftError('drift.not-written')),
    };
    const { stage, counted } = open({ parts: { engineFor: () => failing } });
    await stage.receive();
    await stage.attempt(92);
    expect(counted()).toEqual([]);
  });
});

describe('of engines', () => {
  const seen = (attempt: Attempt): CounterState => ({
    phase: 'result',
    guest: sampleGuest({ attemptsLeft: 2 }),
    outcome: { verdict: 'pass', reasons: [], attempt },
    decisions: [],
    cardLies: true,
  });
  const rules = { attempts: 3 };

  it('a cloud’s score is not counted: its scale is another', () => {
    const { watch, counted } = makeWatch();
    watch.see(seen(attemptOf(resultOf('cloudauth', 95), sampleRules)), rules);
    expect(counted()).toEqual([]);
  });

  it('this machine’s own score is counted where a cloud had the last word', () => {
    const { watch, counted } = makeWatch();
    const local = { ...resultOf('local', 79), targetScore: 76 };
    const cloud = resultOf('cloudauth', 95);
    const answers = [local, cloud].map((result) => ({ engine: result.engine, result }));
    const routing = { rule: 'local-then-cloud', answers } as const;
    watch.see(seen(attemptOf({ ...cloud, routing }, sampleRules)), rules);
    expect(counted()).toEqual([75]);
  });

  it('nothing is counted where this machine was not asked, or had no score', () => {
    const { watch, counted } = makeWatch();
    const cloud = resultOf('cloudauth', 95);
    const error = new EngineError('engine.crashed').toJSON();
    const answers = [
      { engine: 'local', error },
      { engine: 'cloudauth', result: cloud },
    ];
    const routing = { rule: 'cloud-with-local-fallback', answers } as const;
    watch.see(seen(attemptOf({ ...cloud, routing }, sampleRules)), rules);
    expect(counted()).toEqual([]);
  });

  it('the score of the best frame alone is counted where several made one', () => {
    const { watch, counted } = makeWatch();
    const result = { ...sampleResult(93), framesUsed: 3, targetScore: 84 };
    watch.see(seen(attemptOf(result, sampleRules)), rules);
    expect(counted()).toEqual([80]);
  });
});

/** A store that holds so many scores of one kind. */
const storeOf = (count: number, score: number): ScoreStore => {
  const store = memoryScoreStore();
  for (let i = 0; i < count; i++) store.count({ ...key, day: '2026-03-09', score });
  return store;
};
const guestWith = (visit: number, score: number): CounterState => ({
  phase: 'looking',
  guest: sampleGuest({ visit, attemptsLeft: 2 }),
  best: sampleAttempt(score),
});

describe('the watch over scores', () => {
  it('warns with the comparison that made it sure, and says so to the log once', () => {
    const { watch, looks, warnings, store } = makeWatch(storeOf(leastComparisons - 1, 12));
    watch.look();
    watch.see(guestWith(1, 12), { attempts: 3 });
    watch.see(guestWith(1, 12), { attempts: 3 });
    watch.see(guestWith(2, 12), { attempts: 3 });
    expect(totalOf(seenScores(store.current, key, { days: 1 }).counts)).toBe(2);
    expect(looks).toEqual([undefined, 'drift.more-score-low', 'drift.more-score-low']);
    expect(warnings).toEqual(['drift.more-score-low']);
  });

  it('has nothing to say of scores that are as good as calibrated', () => {
    const { watch, looks } = makeWatch(storeOf(600, 97));
    watch.look();
    expect(looks).toEqual([undefined]);
  });

  it('has nothing to say of what a former calibration made of faces', () => {
    const other = sampleCalibration({ ...calibration, id: 'sample-other' });
    const { watch, looks } = makeWatch(storeOf(600, 12), other);
    watch.look();
    expect(looks).toEqual([undefined]);
  });

  it('warns that scores are not kept, unless they drifted', () => {
    const problem = new DriftError('drift.file-invalid');
    const damaged = (store: ScoreStore): ScoreStore => ({
      current: store.current,
      problem,
      count: (score) => {
        store.count(score);
      },
      flush: () => store.flush(),
    });
    const { watch, looks, warnings } = makeWatch(damaged(memoryScoreStore()));
    watch.look();
    const drifted = makeWatch(damaged(storeOf(600, 12)));
    drifted.watch.look();
    expect([looks, warnings]).toEqual([['drift.file-invalid'], ['drift.file-invalid']]);
    expect(drifted.looks).toEqual(['drift.more-score-low']);
  });
});
