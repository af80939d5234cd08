import { describe, expect, it } from 'vitest';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import { AttemptLedger } from '../../../main/station/attempt-ledger.ts';
import { Comparisons } from '../../../main/station/comparisons.ts';
import { CounterCourse } from '../../../main/station/counter-course.ts';
import { Reception } from '../../../main/station/reception.ts';
import { RecordQueue } from '../../../main/station/record-queue.ts';
import { FakeClock } from './fake-clock.ts';
import { firstByteEngine, sampleReading, sampleRules } from './sample-guests.ts';

const frame = (): Uint8Array => Uint8Array.of(95, 1, 1);
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

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
    const late = frame();
    comparisons.begin(before, late, () => firstByteEngine());
    await comparisons.settled();
    expect(isBlank(late)).toBe(true);
    expect(course.state.phase).toBe('looking');
    expect([before, now].map(({ mark }) => ledger.used(mark))).toEqual([0, 0]);
  });

  it('is not begun before the guest has agreed, nor after the result', async () => {
    const { course, comparisons, receive, agree } = open();
    const held = receive();
    const early = frame();
    comparisons.begin(held, early, () => firstByteEngine());
    expect(course.state.phase).toBe('consent');
    agree();
    comparisons.begin(held, frame(), () => firstByteEngine());
    await comparisons.settled();
    expect(course.state.phase).toBe('result');
    const late = frame();
    comparisons.begin(held, late, () => firstByteEngine());
    expect([early, late].every(isBlank)).toBe(true);
    await comparisons.settled();
    expect(course.state).toMatchObject({ phase: 'result', guest: { attemptsLeft: 2 } });
  });

  it('is not begun while another one is under way', async () => {
    const { course, comparisons, receive, agree } = open();
    const held = receive();
    agree();
    const [first, second] = [frame(), frame()];
    comparisons.begin(held, first, () => firstByteEngine());
    comparisons.begin(held, second, () => firstByteEngine());
    expect([isBlank(first), isBlank(second)]).toEqual([false, true]);
    await comparisons.settled();
    expect(course.state).toMatchObject({ guest: { attemptsLeft: 2 } });
  });
});
