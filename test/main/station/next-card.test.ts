import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardReading } from '../../../main/card/card-reading.ts';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { residentText } from '../card/synthetic-cards.ts';
import { CounterStage, settle } from './counter-stage.ts';
import { sampleReading } from './sample-guests.ts';

const by = { operator: '王', reason: '看过' };
const silent = new ReaderError('reader.silent');

let stage: CounterStage;
/** The first guest's visit, which nobody has decided. */
let first: number;
let next: CardReading;

beforeEach(async () => {
  next = sampleReading({ text: residentText({ 52: '别处' }) });
  stage = new CounterStage();
  await stage.at('waiting-for-card');
  first = await stage.receive();
  stage.counter.askForStaff(first);
  await stage.lift();
});
afterEach(async () => {
  await stage.end();
});

const isWiped = ({ text, photo }: CardReading): boolean =>
  [...text, ...photo].every((byte) => byte === 0);

/** The next guest lays a card down, which is read at once. */
const layNext = async (reading = next): Promise<void> => {
  stage.reader.emit({ type: 'arrived' });
  stage.reader.emit({ type: 'read', reading });
  await settle();
};

const decide = (): Promise<void> => stage.counter.decide(first, { ...by, verdict: 'fail' });

const atFirst = { phase: 'result', guest: { visit: 1 } };

describe('the next guest’s card', () => {
  it('waits while nobody has decided about the guest before', async () => {
    await layNext();
    expect(stage.state).toMatchObject({ ...atFirst, cardLies: false, nextWaits: true });
    expect(stage.counter.images(first)).toHaveProperty('chip');
    expect(isWiped(next)).toBe(false);
    await decide();
    expect(stage.state).toMatchObject({ ...atFirst, nextWaits: true });
  });

  it('is taken, as it lies there, when that guest is put away', async () => {
    await layNext();
    await decide();
    stage.counter.finishVisit(first);
    expect(stage.state).toMatchObject({ phase: 'consent', guest: { visit: 2 } });
    expect(stage.state).toHaveProperty('guest.card.address', '别处');
    expect(stage.phases).not.toContain('problem');
  });

  it('is taken when the decided result has been on show for as long as the site has set', async () => {
    await layNext();
    await decide();
    stage.clock.pass(10_000);
    expect(stage.state).toMatchObject({ phase: 'consent', guest: { visit: 2 } });
  });

  it('begins a check that is timed from its turn on', async () => {
    await layNext();
    stage.clock.pass(60_000);
    await decide();
    stage.counter.finishVisit(first);
    stage.clock.pass(2000);
    stage.counter.answerConsent(2, { kind: 'without-face' });
    await settle();
    expect(await stage.kept()).toMatchObject([{ timings: { total: 2000 } }, { verdict: 'fail' }]);
  });

  it('is forgotten where it is taken away again', async () => {
    await layNext();
    stage.reader.emit({ type: 'removed' });
    await settle();
    expect(stage.state).not.toHaveProperty('nextWaits');
    expect(isWiped(next)).toBe(true);
    await decide();
    stage.counter.finishVisit(first);
    expect(stage.state.phase).toBe('waiting-for-card');
  });

  it('is still being read when its turn comes', async () => {
    stage.reader.emit({ type: 'arrived' });
    await settle();
    await decide();
    stage.counter.finishVisit(first);
    expect(stage.state.phase).toBe('reading');
    stage.reader.emit({ type: 'read', reading: next });
    await stage.at('consent');
  });

  it('that cannot be read is told of when its turn comes, and to the log once', async () => {
    stage.reader.emit({ type: 'arrived' });
    stage.reader.emit({ type: 'read-failed', error: silent });
    await settle();
    expect(stage.state).toMatchObject({ ...atFirst, nextWaits: true });
    await decide();
    stage.counter.finishVisit(first);
    expect(stage.state).toMatchObject({ phase: 'problem', remedy: 'lift-card' });
    expect(stage.errors).toEqual([silent]);
  });

  it('waits on over a loss of the reader', async () => {
    await layNext();
    stage.reader.emit({ type: 'reader-lost', error: silent });
    await settle();
    expect(stage.state).not.toHaveProperty('nextWaits');
    stage.reader.emit({ type: 'reader-recovered', attempts: 1 });
    stage.reader.emit({ type: 'already-read' });
    await settle();
    expect(stage.state).toMatchObject({ ...atFirst, cardLies: false, nextWaits: true });
    await decide();
    stage.counter.finishVisit(first);
    expect(stage.state).toMatchObject({ phase: 'consent', guest: { visit: 2 } });
  });

  it('is taken when the reader is found again, where its turn came meanwhile', async () => {
    await layNext();
    stage.reader.emit({ type: 'reader-lost', error: silent });
    await settle();
    await decide();
    stage.counter.finishVisit(first);
    expect(stage.state).toMatchObject({ phase: 'problem', remedy: 'wait-for-reader' });
    stage.reader.emit({ type: 'reader-recovered', attempts: 1 });
    stage.reader.emit({ type: 'already-read' });
    await stage.at('consent');
  });

  it('is wiped when the station ends', async () => {
    await layNext();
    await stage.end();
    expect(isWiped(next)).toBe(true);
  });
});

describe('the card of the guest who is to be decided about', () => {
  it('may be laid down again, and the guest try once more', async () => {
    const again = sampleReading();
    await expect(stage.counter.allowRetry(first, by)).rejects.toMatchObject({
      code: 'station.card-gone',
    });
    await layNext(again);
    expect(stage.state).toMatchObject({ ...atFirst, cardLies: true });
    expect(stage.state).not.toHaveProperty('nextWaits');
    expect(isWiped(again)).toBe(true);
    await stage.counter.allowRetry(first, by);
    expect(stage.state).toMatchObject({ phase: 'looking', guest: { visit: 1, attemptsLeft: 3 } });
  });
});
