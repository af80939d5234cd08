import { describe, expect, it } from 'vitest';
import type { CompareEngine, WeightedFrame } from '../../../main/compare/contract.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import { AttemptLedger } from '../../../main/station/attempt-ledger.ts';
import { Comparisons } from '../../../main/station/comparisons.ts';
import { CounterCourse } from '../../../main/station/counter-course.ts';
import { Reception } from '../../../main/station/reception.ts';
import { RecordQueue } from '../../../main/station/record-queue.ts';
import { FakeClock } from './fake-clock.ts';
import { firstByteEngine, sampleReading, sampleResult, sampleRules } from './sample-guests.ts';

type Frames = readonly [WeightedFrame, WeightedFrame];
const framesOf = (score: number): Frames => [
  { image: Uint8Array.of(score, 1, 1), quality: 0.9 },
  { image: Uint8Array.of(2, 2, 2), quality: 0.4 },
];
const frames = (): Frames => framesOf(95);
const areBlank = (given: readonly WeightedFrame[]): readonly boolean[] =>
  given.map(({ image }) => image.every((byte) => byte === 0));

/** A course with a guest who has laid down a card. */
const open = () => {
  const clock = new FakeClock();
  const rules = () => sampleRules;
  const course = new CounterCourse({ clock, rules, onError: () => undefined });
  const ledger = new AttemptLedger({ elapsed: () => clock.elapsed() });
  const records = new RecordQueue(createMemoryRecordStore());
  const reception = new Reception({ clock, ledger, records, rules });
  const comparisons = new Comparisons(course, ledger, clock);
  const receive = () => {
    const { held, guest } = reception.receive(sampleReading(), {
      decode: (raw) => Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: undefined }),
      asksForCloud: false,
    });
    course.receive(held, guest);
    return held;
  };
  course.happen({ type: 'started' });
  const agree = (): void => {
    const answer = { kind: 'face', cloud: false, guardian: false } as const;
    course.happen({ type: 'consent-answered', answer, hasEngine: true });
  };
  return { course, ledger, comparisons, receive, agree };
};

describe('a comparison', () => {
  it('is not begun with a frame of a guest who has gone, which is overwritten', async () => {
    const { course, ledger, comparisons, receive, agree } = open();
    const before = receive();
    const now = receive();
    agree();
    const late = frames();
    comparisons.begin(before, late, () => firstByteEngine());
    await comparisons.settled();
    expect(areBlank(late)).toEqual([true, true]);
    expect(course.state.phase).toBe('looking');
    expect([before, now].map(({ mark }) => ledger.used(mark))).toEqual([0, 0]);
  });

  it('is not begun before the guest has agreed, nor after the result', async () => {
    const { course, comparisons, receive, agree } = open();
    const held = receive();
    const early = frames();
    comparisons.begin(held, early, () => firstByteEngine());
    expect(course.state.phase).toBe('consent');
    agree();
    comparisons.begin(held, frames(), () => firstByteEngine());
    await comparisons.settled();
    expect(course.state.phase).toBe('result');
    const late = frames();
    comparisons.begin(held, late, () => firstByteEngine());
    expect(areBlank([...early, ...late])).toEqual([true, true, true, true]);
    await comparisons.settled();
    expect(course.state).toMatchObject({ phase: 'result', guest: { attemptsLeft: 2 } });
  });

  it('is not begun while another one is under way', async () => {
    const { course, comparisons, receive, agree } = open();
    const held = receive();
    agree();
    const [first, second] = [frames(), frames()];
    comparisons.begin(held, first, () => firstByteEngine());
    comparisons.begin(held, second, () => firstByteEngine());
    expect(areBlank([...first, ...second])).toEqual([false, false, true, true]);
    await comparisons.settled();
    expect(course.state).toMatchObject({ guest: { attemptsLeft: 2 } });
  });
});

describe('the frames of a comparison', () => {
  const started = () => {
    const parts = open();
    const held = parts.receive();
    parts.agree();
    return { ...parts, held };
  };

  it('go to the engine together, as one attempt', async () => {
    const { comparisons, held, ledger } = started();
    const asked: object[] = [];
    const engine: CompareEngine = {
      name: 'sample',
      compareFaces: ({ target, moment }) => {
        asked.push(structuredClone({ target, moment }));
        return Promise.resolve({ ...sampleResult(20), framesUsed: 2 });
      },
    };
    const given = frames();
    const expected = structuredClone(given);
    comparisons.begin(held, given, () => engine);
    await comparisons.settled();
    expect(asked).toEqual([
      {
        target: { type: 'FacePic', image: expected[0].image },
        moment: { quality: 0.9, furtherFrames: [expected[1]] },
      },
    ]);
    expect(ledger.used(held.mark)).toBe(1);
  });

  it('are overwritten but for the best one, which the clerk may see', async () => {
    const { comparisons, held } = started();
    const given = frames();
    comparisons.begin(held, given, () => firstByteEngine());
    expect(areBlank(given)).toEqual([false, false]);
    await comparisons.settled();
    expect(areBlank(given)).toEqual([false, true]);
    expect(held.pictures.frame).toBe(given[0].image);
    held.forget();
    expect(areBlank(given)).toEqual([true, true]);
  });

  it('are all overwritten when another attempt was better, or there was no face', async () => {
    const { comparisons, held } = started();
    const [better, worse, empty] = [framesOf(30), framesOf(20), framesOf(10)];
    comparisons.begin(held, better, () => firstByteEngine());
    await comparisons.settled();
    comparisons.begin(held, worse, () => firstByteEngine());
    await comparisons.settled();
    const noFace = new CompareFacesError('Error.NoFaceDetected', { which: 'target' });
    const blind: CompareEngine = { name: 'sample', compareFaces: () => Promise.reject(noFace) };
    comparisons.begin(held, empty, () => blind);
    await comparisons.settled();
    expect(areBlank([...better, ...worse, ...empty])).toEqual([
      ...[false, true],
      ...[true, true],
      ...[true, true],
    ]);
  });

  it('are overwritten but for the best one when the engine fails: the clerk compares by eye', async () => {
    const { comparisons, held, course } = started();
    const given = frames();
    const broken: CompareEngine = {
      name: 'sample',
      compareFaces: () => Promise.reject(new CompareFacesError('Error.CompareFacesError')),
    };
    comparisons.begin(held, given, () => broken);
    await comparisons.settled();
    expect(course.state).toMatchObject({ outcome: { reasons: ['comparison-failed'] } });
    expect(areBlank(given)).toEqual([false, true]);
  });
});
