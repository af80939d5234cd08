import { describe, expect, it } from 'vitest';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import type { RecordStore } from '../../../main/records/record-store.ts';
import { AttemptLedger } from '../../../main/station/attempt-ledger.ts';
import type { StateIn } from '../../../main/station/counter-state.ts';
import { Reception, type Service } from '../../../main/station/reception.ts';
import { RecordQueue } from '../../../main/station/record-queue.ts';
import { residentText, textBlock } from '../card/synthetic-cards.ts';
import { FakeClock } from './fake-clock.ts';
import { sampleAttempt, sampleReading, sampleRules } from './sample-guests.ts';

const service: Service = {
  decode: () => Promise.reject(new Error('asked')),
  asksForCloud: false,
};

const open = (store: RecordStore = createMemoryRecordStore()) => {
  const clock = new FakeClock();
  const ledger = new AttemptLedger({ elapsed: () => clock.elapsed() });
  const site = { rules: sampleRules };
  const reception = new Reception({
    clock,
    ledger,
    records: new RecordQueue(store),
    rules: () => site.rules,
  });
  const receive = (text = residentText(), changes: Partial<Service> = {}) =>
    reception.receive(sampleReading({ text }), { ...service, ...changes });
  return { clock, ledger, reception, receive, site, store };
};

describe('a guest who is received', () => {
  it('is another one with each card', () => {
    const { receive } = open();
    const visits = [receive(), receive(), receive()];
    expect(visits.map(({ guest }) => guest.visit)).toEqual([1, 2, 3]);
    expect(visits.map(({ held }) => held.visit)).toEqual([1, 2, 3]);
  });

  it('is received by the rules of this moment', () => {
    const { receive, site } = open();
    const { held } = receive();
    site.rules = { ...sampleRules, attempts: 1 };
    expect(held.rules.attempts).toBe(3);
    expect(receive().guest.attemptsLeft).toBe(1);
  });

  it('has the attempts that the card has not had, and never fewer than none', () => {
    const { receive, ledger, site } = open();
    const { mark } = receive().held;
    ledger.count(mark);
    expect(receive().guest.attemptsLeft).toBe(2);
    for (let i = 0; i < 4; i++) ledger.count(mark);
    expect(receive().guest.attemptsLeft).toBe(0);
    site.rules = { ...sampleRules, attempts: 1 };
    expect(receive().guest.attemptsLeft).toBe(0);
    expect(receive(residentText({ 52: '别处' })).guest.attemptsLeft).toBe(1);
  });

  it.each([
    ['an adult', { 36: '20120310' }, 14, false],
    ['a child', { 36: '20120311' }, 13, true],
    ['somebody whose birth date cannot be read', { 36: '20129999' }, undefined, true],
    ['somebody who is to be born', { 36: '20270101' }, undefined, true],
  ] as const)('answers for himself or not: %s', (_who, fields, age, guardian) => {
    const { receive } = open();
    const { guest } = receive(residentText(fields));
    expect([guest.age, guest.needs.guardian]).toEqual([age, guardian]);
  });

  it('of an unknown card, which tells no age, has to be answered for', () => {
    const { guest } = open().receive(textBlock({ 248: 'Z' }));
    expect(guest).toMatchObject({ card: { kind: 'unknown' }, needs: { guardian: true } });
  });

  it('is asked for the cloud where one may compare', () => {
    expect(open().receive().guest.needs.cloud).toBe(false);
    expect(open().receive(undefined, { asksForCloud: true }).guest.needs.cloud).toBe(true);
  });

  it('came when the card was laid down, not when it was read', () => {
    const { reception, receive, clock } = open();
    reception.cardArrived();
    clock.pass(1500);
    expect(receive().guest.startedAt).toBe('2026-03-10T12:00:00.000Z');
    // Nobody saw this one arrive.
    expect(receive().guest.startedAt).toBe('2026-03-10T12:00:01.500Z');
  });
});

describe('the records of a visit', () => {
  const resultOf = (score: number): StateIn<'result'> => ({
    phase: 'result',
    guest: open().receive().guest,
    outcome: { verdict: 'review', reasons: ['no-usable-frame'], attempt: sampleAttempt(score) },
    decisions: [],
    cardLies: true,
  });
  const by = { operator: '王', reason: '看过', at: '2026-03-10T12:01:00.000Z' };
  const everything = { offset: 0, limit: 10 };

  it('are timed by the clock that is never set', async () => {
    const { reception, receive, clock, store } = open();
    reception.cardArrived();
    clock.pass(1000);
    const { record } = receive().held;
    clock.wall += 3_600_000;
    clock.pass(4000);
    record.addComparison(30);
    record.addComparison(12);
    await record.keepResult(resultOf(80));
    expect((await store.list(everything)).records).toMatchObject([
      {
        startedAt: '2026-03-10T12:00:00.000Z',
        endedAt: '2026-03-10T13:00:05.000Z',
        timings: { total: 5000, compare: 42 },
      },
    ]);
  });

  it('are one for the check, and one more for another try, with a beginning of its own', async () => {
    const { receive, clock, store } = open();
    const { record } = receive().held;
    record.addComparison(30);
    clock.pass(2000);
    await record.keepResult(resultOf(80));
    await record.keepDecisions({ ...resultOf(80), decisions: [{ ...by, verdict: 'fail' }] });
    clock.pass(7000);
    await record.keepRetry(by, sampleRules);
    clock.pass(3000);
    await record.keepResult(resultOf(20));
    const { records } = await store.list(everything);
    expect(records).toMatchObject([
      { verdict: 'review', startedAt: '2026-03-10T12:00:09.000Z', timings: { total: 3000 } },
      { verdict: 'fail', decisions: [{ verdict: 'fail' }], retryAllowed: by },
    ]);
    expect(records[0]?.timings).toEqual({ total: 3000 });
    expect(records[0]).not.toHaveProperty('retryAllowed');
  });

  it('are none before there is a result', async () => {
    const { receive, store } = open();
    const { record } = receive().held;
    await record.keepDecisions({ ...resultOf(80), decisions: [{ ...by, verdict: 'pass' }] });
    await record.keepRetry(by, sampleRules);
    expect((await store.list(everything)).total).toBe(0);
  });
});
