import { afterEach, describe, expect, it } from 'vitest';
import { ReaderError } from '../../../main/card/reader-error.ts';
import { CloudError } from '../../../main/cloud/cloud-error.ts';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import type { CompareEngine, CompareFacesRequest } from '../../../main/compare/contract.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import { createMemoryRecordStore } from '../../../main/records/memory-record-store.ts';
import type { ConsentAnswer } from '../../../main/station/counter-state.ts';
import { residentText } from '../card/synthetic-cards.ts';
import { CounterStage, frameLooker, frameOf, settle, type StageOptions } from './counter-stage.ts';
import { firstByteEngine, sampleReading, sampleResult } from './sample-guests.ts';

const by = { operator: '王', reason: '看过证件' };
const face: ConsentAnswer = { kind: 'face', cloud: false, guardian: false };
const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);
const childReading = () => sampleReading({ text: residentText({ 36: '20200101' }) });

let stage: CounterStage;
const open = (options: StageOptions = {}): CounterStage => (stage = new CounterStage(options));
afterEach(() => stage.end());

/** An engine that waits until it is told to go on. */
const slowEngine = () => {
  let goOn = (): void => undefined;
  const engine: CompareEngine = {
    name: 'slow',
    compareFaces: async (request) => {
      const score = request.target.image[0] ?? 0;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return sampleResult(score);
    },
  };
  return {
    engineFor: () => engine,
    finish: () => {
      goOn();
    },
  };
};
const failing = (error: Error) => ({
  engineFor: (): CompareEngine => ({
    name: 'failing',
    compareFaces: () => Promise.reject(error),
  }),
});

describe('a guest', () => {
  it('is taken from card to verdict, and the next one after', async () => {
    const { counter, clock } = open();
    const visit = await stage.receive();
    expect(stage.state).toMatchObject({ guest: { visit: 1, attemptsLeft: 3, consent: face } });
    expect(await stage.attempt(85)).toMatchObject({
      phase: 'result',
      outcome: { verdict: 'pass', reasons: [], attempt: { decision: { score: 85 } } },
      cardLies: true,
    });
    await stage.lift();
    clock.pass(10_000);
    expect(counter.state).toEqual({ phase: 'waiting-for-card' });
    expect(await stage.lay()).toBe(visit + 1);
    expect(stage.phases).toEqual([
      'waiting-for-card',
      'reading',
      'consent',
      'looking',
      'comparing',
      'result',
      'waiting-for-card',
      'reading',
      'consent',
    ]);
    expect(stage.errors).toEqual([]);
  });

  it.each([
    [84, 'pass'],
    [83, 'review'],
    [74, 'review'],
    [73, 'fail'],
  ])(
    'whose three attempts score %d gets a %s: the FAR is that of all three',
    async (score, verdict) => {
      open();
      await stage.receive();
      // Nobody who has passed looks again.
      const attempts = verdict === 'pass' ? 1 : 3;
      for (let i = 0; i < attempts; i++) await stage.attempt(score);
      expect(stage.state).toMatchObject({
        phase: 'result',
        guest: { attemptsLeft: 3 - attempts },
        outcome: { verdict, attempt: { decision: { far: 0.001, farApplied: 0.001 / 3 } } },
      });
    },
  );

  it('is judged by the best attempt', async () => {
    open();
    await stage.receive();
    for (const score of [20, 79, 30]) await stage.attempt(score);
    expect(stage.state).toMatchObject({
      outcome: { verdict: 'review', attempt: { decision: { score: 79 } } },
    });
    expect(stage.counter.images(1).frame?.[0]).toBe(79);
  });

  it('who has one attempt is judged at the whole FAR', async () => {
    open({ rules: { attempts: 1, far: 0.01, review: false } });
    await stage.receive();
    expect(await stage.attempt(69)).toMatchObject({
      phase: 'result',
      outcome: { verdict: 'fail', attempt: { decision: { farApplied: 0.01, threshold: 70 } } },
    });
  });

  it('keeps the rules of the beginning, whatever is set meanwhile', async () => {
    open();
    await stage.receive();
    stage.rules = { ...stage.rules, far: 0.01, attempts: 1 };
    expect(stage.counter.rules).toMatchObject({ far: 0.001, attempts: 3 });
    expect(await stage.attempt(75)).toMatchObject({ phase: 'looking', guest: { attemptsLeft: 2 } });
    stage.reader.emit({ type: 'removed' });
    await stage.at('problem');
    expect(stage.counter.rules).toMatchObject({ far: 0.01, attempts: 1 });
  });
});

describe('an attempt', () => {
  it('belongs to the card: laying it down anew gives no further one', async () => {
    open();
    await stage.receive();
    await stage.attempt(20);
    await stage.attempt(30);
    await stage.lift();
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { visit: 2, attemptsLeft: 1 } });
    expect(await stage.attempt(40)).toMatchObject({ outcome: { verdict: 'fail' } });
    await stage.lift();
    await stage.lay();
    expect(stage.state).toMatchObject({
      phase: 'result',
      guest: { visit: 3, attemptsLeft: 0 },
      outcome: { verdict: 'review', reasons: ['attempts-used-up'] },
    });
  });

  it('of one card is none of another', async () => {
    open();
    await stage.receive();
    await stage.attempt(20);
    await stage.lift();
    await stage.receive(sampleReading({ text: residentText({ 52: '别处' }) }));
    expect(stage.state).toMatchObject({ guest: { attemptsLeft: 3 } });
  });

  it('is forgotten after ten minutes, and after a pass', async () => {
    open();
    await stage.receive();
    await stage.attempt(20);
    await stage.attempt(90);
    await stage.lift();
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { attemptsLeft: 3 } });
    await stage.attempt(20);
    await stage.lift();
    stage.clock.pass(10 * 60_000);
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { attemptsLeft: 3 } });
  });

  it('is used even by a guest who lifts the card before the score is known', async () => {
    const slow = slowEngine();
    open({ parts: slow });
    await stage.receive();
    await stage.show(20);
    stage.reader.emit({ type: 'removed' });
    await settle();
    expect(stage.state.phase).toBe('comparing');
    slow.finish();
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'station.card-lifted-early' },
    });
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { attemptsLeft: 2 } });
  });

  it('is none where the engine sees no face on the frame', async () => {
    const noFace = new CompareFacesError('Error.NoFaceDetected', { which: 'target' });
    open({ parts: failing(noFace) });
    await stage.receive();
    expect(await stage.attempt(99)).toMatchObject({
      phase: 'looking',
      guest: { attemptsLeft: 3 },
    });
    expect(stage.errors).toEqual([]);
    expect(stage.counter.pictures).toEqual({ chip: true, frame: false });
  });
});

describe('what is held of a guest', () => {
  it('is overwritten when the visit is over: card, chip photo, and every frame', async () => {
    const chips: Uint8Array[] = [];
    const decode: CounterStage['parts']['decoder']['decode'] = (raw) => {
      const image = raw.slice();
      chips.push(image);
      return Promise.resolve({ format: 'bmp', image, decodedBy: 'test' });
    };
    open({ parts: { decoder: { needsReader: () => false, decode } } });
    const reading = sampleReading();
    await stage.receive(reading);
    const frames: Uint8Array[] = [];
    for (const score of [40, 20]) {
      frames.push(...(await stage.show(score)));
      await stage.at('looking');
    }
    frames.push(...(await stage.show(85)));
    await stage.at('result');
    expect(frames.filter((frame) => !isBlank(frame))).toHaveLength(1);
    expect([reading.text, reading.photo, ...chips].some(isBlank)).toBe(false);
    await stage.lift();
    stage.clock.pass(10_000);
    expect([reading.text, reading.photo, ...chips, ...frames].every(isBlank)).toBe(true);
    expect(stage.counter.images(1)).toEqual({});
    expect(stage.counter.pictures).toEqual({ chip: false, frame: false });
  });

  it('is overwritten when the card is lifted before the end', async () => {
    open();
    const reading = sampleReading();
    await stage.receive(reading);
    await stage.lift();
    expect(stage.state).toMatchObject({ phase: 'problem', remedy: 'place-card' });
    expect([reading.text, reading.photo].every(isBlank)).toBe(true);
  });

  it('is overwritten when the next card comes, even if nobody saw it arrive', async () => {
    open();
    const reading = sampleReading();
    await stage.receive(reading);
    await stage.attempt(20);
    await stage.lay();
    expect([reading.text, reading.photo].every(isBlank)).toBe(true);
    const next = sampleReading();
    stage.reader.emit({ type: 'read', reading: next });
    await stage.until((state) => 'guest' in state && state.guest.visit === 3);
    stage.reader.emit({ type: 'read', reading: sampleReading() });
    await stage.until((state) => 'guest' in state && state.guest.visit === 4);
    expect([next.text, next.photo].every(isBlank)).toBe(true);
  });

  it('of a moment is compared as one attempt, and overwritten but for the best one', async () => {
    const asked: CompareFacesRequest[] = [];
    const engine: CompareEngine = {
      name: 'sample',
      compareFaces: (request) => {
        asked.push(structuredClone(request));
        return Promise.resolve({ ...sampleResult(40), framesUsed: 3 });
      },
    };
    open({ parts: { engineFor: () => engine } });
    await stage.receive();
    const frames = await stage.show(40);
    expect(frames.map(isBlank)).toEqual([false, false, false]);
    await stage.at('looking');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.moment?.furtherFrames).toHaveLength(2);
    expect(stage.state).toMatchObject({ guest: { attemptsLeft: 2 }, best: { framesUsed: 3 } });
    expect(frames.map(isBlank)).toEqual([false, true, true]);
  });

  it('is overwritten with a moment that was not over when the guest went', async () => {
    open();
    await stage.receive();
    stage.clock.pass(1000);
    const frame = frameOf(50);
    await stage.counter.offerFrame(1, frame);
    expect(isBlank(frame)).toBe(false);
    await stage.lift();
    expect(isBlank(frame)).toBe(true);
  });

  it('is overwritten when the counter is stopped, and when it breaks down', async () => {
    open();
    const first = sampleReading();
    await stage.receive(first);
    await stage.end();
    expect(isBlank(first.text)).toBe(true);
    expect(stage.state.phase).toBe('starting');
    open();
    const second = sampleReading();
    await stage.receive(second);
    stage.reader.emit(new Error('a defect'));
    await stage.at('problem');
    expect(isBlank(second.text)).toBe(true);
  });

  it('is shown to the clerk as long as the guest is there, and to nobody asking for another', async () => {
    open();
    await stage.receive();
    await stage.attempt(85);
    const { chip, frame } = stage.counter.images(1);
    expect(chip?.[0]).toBe(7);
    expect(frame?.[0]).toBe(85);
    expect(stage.counter.images(2)).toEqual({});
    expect(stage.counter.pictures).toEqual({ chip: true, frame: true });
  });

  it('is overwritten even if the chip photo comes when the guest has gone', async () => {
    let photoCame = (): void => undefined;
    const image = new Uint8Array(8).fill(9);
    const decode = (): ReturnType<CounterStage['parts']['decoder']['decode']> =>
      new Promise((resolve) => {
        photoCame = () => {
          resolve({ format: 'bmp', image, decodedBy: 'test' });
        };
      });
    open({ parts: { decoder: { needsReader: () => false, decode } } });
    await stage.receive();
    await stage.lift();
    photoCame();
    await settle();
    expect(isBlank(image)).toBe(true);
    expect(stage.errors).toEqual([]);
  });
});

describe('frames', () => {
  it('of one guest are never compared with the card of the next', async () => {
    open();
    await stage.receive();
    await stage.lift();
    await stage.receive();
    const frame = frameOf(99);
    stage.clock.pass(1000);
    expect(await stage.counter.offerFrame(1, frame)).toEqual({ seen: false });
    expect(isBlank(frame)).toBe(true);
    expect(stage.state).toMatchObject({ phase: 'looking', guest: { visit: 2 } });
  });

  it('that are seen only when the next guest stands there count for nobody', async () => {
    let seen = (): void => undefined;
    open({
      parts: {
        looker: {
          look: async (frame) => {
            await new Promise<void>((resolve) => {
              seen = resolve;
            });
            return frameLooker.look(frame);
          },
        },
      },
    });
    await stage.receive();
    stage.clock.pass(1000);
    const late = stage.counter.offerFrame(1, frameOf(99));
    await stage.lift();
    await stage.receive();
    stage.clock.pass(1000);
    seen();
    expect(await late).toEqual({ seen: false });
    expect(stage.state).toMatchObject({ phase: 'looking', guest: { visit: 2 } });
  });

  it('are not looked at before the guest has agreed, nor after the result', async () => {
    open();
    await stage.lay();
    stage.clock.pass(1000);
    expect(await stage.counter.offerFrame(1, frameOf(99))).toEqual({ seen: false });
    stage.counter.answerConsent(1, face);
    await stage.attempt(85);
    expect(await stage.counter.offerFrame(1, frameOf(99))).toEqual({ seen: false });
  });

  it('are not looked at before the counter is open', async () => {
    open({ prepare: () => new Promise(() => undefined) });
    const frame = frameOf(99);
    expect(await stage.counter.offerFrame(1, frame)).toEqual({ seen: false });
    expect(isBlank(frame)).toBe(true);
    // A counter that is never prepared never ends.
    stage.ended = Promise.resolve();
  });

  it('that are no photographs are refused, and the guest goes on looking', async () => {
    open({
      parts: { looker: { look: () => Promise.reject(new FaceError('image.not-an-image')) } },
    });
    await stage.receive();
    const frame = frameOf(99);
    await expect(stage.counter.offerFrame(1, frame)).rejects.toMatchObject({
      code: 'image.not-an-image',
    });
    expect(isBlank(frame)).toBe(true);
    expect(stage.state.phase).toBe('looking');
  });

  it('come with advice for the guest', async () => {
    open();
    await stage.receive();
    stage.clock.pass(1000);
    expect(await stage.counter.offerFrame(1, frameOf(1, true))).toMatchObject({
      seen: true,
      instruction: 'nobody',
    });
    expect(await stage.counter.offerFrame(1, frameOf(1))).toMatchObject({
      seen: true,
      instruction: 'good',
      quality: 1,
    });
  });
});

describe('a comparison', () => {
  it('ends in its verdict even when the card is lifted meanwhile', async () => {
    const slow = slowEngine();
    open({ parts: slow });
    await stage.receive();
    await stage.show(85);
    stage.reader.emit({ type: 'removed' });
    await settle();
    expect(stage.state.phase).toBe('comparing');
    slow.finish();
    expect(await stage.until((state) => state.phase === 'result' && !state.cardLies)).toMatchObject(
      { outcome: { verdict: 'pass' } },
    );
  });

  it('of a guest who asks for help meanwhile is the last', async () => {
    const slow = slowEngine();
    open({ parts: slow });
    await stage.receive();
    await stage.show(20);
    stage.counter.askForStaff(1);
    slow.finish();
    expect(await stage.at('result')).toMatchObject({
      outcome: { verdict: 'review', reasons: ['no-usable-frame'] },
    });
  });

  it.each([
    [
      'the chip photo shows no face',
      new CompareFacesError('Error.NoFaceDetected', { which: 'source' }),
    ],
    ['the engine fails', new CompareFacesError('Error.CompareFacesError')],
    ['the engine has a defect', new TypeError('broken')],
  ])('that cannot be made because %s goes to a person', async (_why, error) => {
    open({ parts: failing(error) });
    await stage.receive();
    expect(await stage.attempt(99)).toMatchObject({
      phase: 'result',
      guest: { attemptsLeft: 3 },
      outcome: { verdict: 'review', reasons: ['comparison-failed'] },
    });
    expect(stage.errors).toHaveLength(1);
    // The clerk has to compare by eye.
    expect(stage.counter.images(1).frame?.[0]).toBe(99);
  });

  it('whose FAR the engine has not measured goes to a person', async () => {
    open({ rules: { far: 0.0001 } });
    await stage.receive();
    expect(await stage.attempt(99)).toMatchObject({
      outcome: {
        verdict: 'review',
        reasons: ['comparison-failed'],
        error: { code: 'verdict.far-not-measured' },
      },
    });
  });

  it('that fails after a better one leaves the better one’s picture', async () => {
    let calls = 0;
    const broken = new CompareFacesError('Error.CompareFacesError');
    const engine: CompareEngine = {
      name: 'breaking',
      compareFaces: (request) => {
        calls += 1;
        return calls === 1 ? firstByteEngine().compareFaces(request) : Promise.reject(broken);
      },
    };
    open({ parts: { engineFor: () => engine } });
    await stage.receive();
    await stage.attempt(80);
    expect(await stage.attempt(99)).toMatchObject({
      outcome: {
        verdict: 'review',
        reasons: ['comparison-failed', 'score-near-threshold'],
        attempt: { decision: { score: 80 } },
      },
    });
    expect(stage.counter.images(1).frame?.[0]).toBe(80);
  });

  it('goes by the chip photo of this very card', async () => {
    const seen: Uint8Array[] = [];
    open({ parts: { engineFor: () => firstByteEngine(seen) } });
    await stage.receive(sampleReading({ photo: new Uint8Array(1024).fill(5) }));
    await stage.attempt(85);
    expect(new Set(seen[0])).toEqual(new Set([5]));
  });
});

describe('a card', () => {
  it.each(['expired', 'not-yet-valid'] as const)(
    'that is %s gets to no camera and never passes by itself',
    async (warning) => {
      open();
      await stage.lay(sampleReading({ warnings: [warning] }));
      expect(stage.state).toMatchObject({
        phase: 'result',
        outcome: { verdict: 'review', reasons: [`card-${warning}`] },
      });
      expect(() => {
        stage.counter.answerConsent(1, face);
      }).toThrow(expect.objectContaining({ code: 'station.not-now' }) as Error);
      expect(await stage.counter.offerFrame(1, frameOf(99))).toEqual({ seen: false });
      await settle();
      expect(stage.counter.pictures).toEqual({ chip: true, frame: false });
    },
  );

  it('that contradicts itself never passes by itself, however alike the faces', async () => {
    open();
    await stage.receive(sampleReading({ warnings: ['number-check-character'] }));
    expect(await stage.attempt(100)).toMatchObject({
      outcome: {
        verdict: 'review',
        reasons: ['card-data-odd'],
        attempt: { decision: { verdict: 'pass' } },
      },
    });
  });

  it('whose chip photo cannot be decoded goes to a person, without a look at the guest', async () => {
    const decoder = {
      needsReader: () => false,
      decode: () => Promise.reject(new PhotoError('photo.no-decoder')),
    };
    open({ parts: { decoder } });
    await stage.receive();
    expect(await stage.at('result')).toMatchObject({
      outcome: {
        verdict: 'review',
        reasons: ['chip-photo-unreadable'],
        error: { code: 'photo.no-decoder' },
      },
    });
    expect(stage.errors.map(({ code }) => code)).toEqual(['photo.no-decoder']);
  });

  it('that was read before anybody watched has to be lifted first', async () => {
    open();
    stage.reader.emit({ type: 'already-read' });
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'reader.card-not-lifted' },
      remedy: 'lift-card',
    });
    await stage.lift();
    expect(stage.state.phase).toBe('waiting-for-card');
  });

  it('that cannot be read is reported, and can be laid down again', async () => {
    open();
    stage.reader.emit({ type: 'arrived' });
    stage.reader.emit({ type: 'read-failed', error: new ReaderError('reader.silent') });
    await stage.at('problem');
    expect(stage.errors.map(({ code }) => code)).toEqual(['reader.silent']);
    await stage.lift();
    expect(await stage.receive()).toBe(1);
  });
});

describe('the answer to the notice', () => {
  it('of a child has to be the guardian’s', async () => {
    open();
    await stage.lay(childReading());
    expect(stage.state).toMatchObject({ guest: { age: 6, needs: { guardian: true } } });
    expect(() => {
      stage.counter.answerConsent(1, face);
    }).toThrow(expect.objectContaining({ code: 'station.guardian-needed' }) as Error);
    expect(stage.state.phase).toBe('consent');
    stage.counter.answerConsent(1, { ...face, guardian: true });
    expect(stage.state.phase).toBe('looking');
  });

  it('of a child may be without face, whoever gives it', async () => {
    open();
    await stage.lay(childReading());
    stage.counter.answerConsent(1, { kind: 'without-face' });
    expect(stage.state).toMatchObject({ outcome: { reasons: ['without-face'] } });
  });

  it('of another guest, or after it was given, changes nothing', async () => {
    open();
    await stage.lay();
    expect(() => {
      stage.counter.answerConsent(2, face);
    }).toThrow(expect.objectContaining({ code: 'station.visit-over' }) as Error);
    stage.counter.answerConsent(1, face);
    expect(() => {
      stage.counter.answerConsent(1, { kind: 'without-face' });
    }).toThrow(expect.objectContaining({ code: 'station.not-now' }) as Error);
  });

  const cloudOnly = (asked: boolean[]): Partial<CounterStage['parts']> => ({
    asksForCloud: true,
    engineFor: ({ cloud }) => {
      asked.push(cloud);
      if (!cloud) throw new CloudError('cloud.no-consent');
      return firstByteEngine();
    },
  });

  it('that agrees to the cloud lets the cloud compare', async () => {
    const asked: boolean[] = [];
    open({ parts: cloudOnly(asked) });
    await stage.lay();
    stage.counter.answerConsent(1, { ...face, cloud: true });
    expect(await stage.attempt(90)).toMatchObject({ outcome: { verdict: 'pass' } });
    expect(asked).toEqual([true]);
  });

  it('that refuses the cloud, where only it compares, leads to a person, and both are kept', async () => {
    const asked: boolean[] = [];
    open({ parts: cloudOnly(asked) });
    await stage.lay();
    stage.counter.answerConsent(1, face);
    expect(stage.state).toMatchObject({
      phase: 'result',
      outcome: { verdict: 'review', reasons: ['cloud-declined'] },
    });
    expect(asked).toEqual([false]);
    await settle();
    expect(await stage.kept()).toMatchObject([
      { reasons: ['cloud-declined'], consent: { face: true, cloud: false } },
    ]);
  });

  it('never sends to a cloud that was not asked for, whatever it says', async () => {
    const asked: boolean[] = [];
    open({
      parts: {
        engineFor: ({ cloud }) => {
          asked.push(cloud);
          return firstByteEngine();
        },
      },
    });
    await stage.lay();
    stage.counter.answerConsent(1, { ...face, cloud: true });
    await stage.attempt(90);
    expect(asked).toEqual([false]);
  });

  it('is not taken for a refusal where the engines themselves have a defect', async () => {
    open({
      parts: {
        asksForCloud: true,
        engineFor: () => {
          throw new TypeError('broken');
        },
      },
    });
    await stage.lay();
    expect(() => {
      stage.counter.answerConsent(1, face);
    }).toThrow(TypeError);
    expect(stage.state.phase).toBe('consent');
  });
});

describe('time', () => {
  it('sends a guest to a person of whom no usable frame came in a minute', async () => {
    open();
    await stage.receive();
    stage.clock.pass(59_999);
    expect(stage.state.phase).toBe('looking');
    stage.clock.pass(1);
    expect(stage.state).toMatchObject({
      phase: 'result',
      outcome: { verdict: 'review', reasons: ['no-usable-frame'] },
    });
  });

  it('begins anew with each attempt, but not with one that was none', async () => {
    open();
    await stage.receive();
    stage.clock.pass(50_000);
    await stage.attempt(20);
    stage.clock.pass(50_000);
    expect(stage.state.phase).toBe('looking');
    stage.clock.pass(10_000);
    expect(stage.state.phase).toBe('result');
  });

  it('lets a decided result go once the card is lifted, and never a review', async () => {
    open({ rules: { holdSeconds: 5 } });
    await stage.receive();
    await stage.attempt(90);
    stage.clock.pass(60_000);
    expect(stage.state.phase).toBe('result');
    await stage.lift();
    stage.clock.pass(4999);
    expect(stage.state.phase).toBe('result');
    stage.clock.pass(1);
    expect(stage.state.phase).toBe('waiting-for-card');
    const visit = await stage.receive();
    stage.counter.askForStaff(visit);
    await stage.lift();
    stage.clock.pass(24 * 3_600_000);
    expect(stage.state).toMatchObject({ phase: 'result', outcome: { verdict: 'review' } });
  });

  it('lets the sentence about a card that was lifted too early go', async () => {
    open();
    await stage.receive();
    await stage.lift();
    stage.clock.pass(8000);
    expect(stage.state.phase).toBe('waiting-for-card');
  });
});

describe('an operator', () => {
  it('decides a review, which is kept, and lets the guest go', async () => {
    open();
    await stage.receive();
    stage.counter.askForStaff(1);
    await stage.counter.decide(1, { ...by, verdict: 'pass' });
    expect(stage.state).toMatchObject({
      outcome: { verdict: 'review' },
      decisions: [{ ...by, verdict: 'pass', at: '2026-03-10T12:00:00.000Z' }],
    });
    const [record, ...others] = await stage.kept();
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      verdict: 'pass',
      reasons: ['no-usable-frame'],
      decisions: [{ operator: '王', verdict: 'pass' }],
    });
    stage.counter.finishVisit(1);
    expect(stage.state.phase).toBe('waiting-for-card');
  });

  it('decides otherwise than the station, and changes the mind', async () => {
    open();
    await stage.receive();
    await stage.attempt(90);
    await stage.counter.decide(1, { ...by, verdict: 'fail' });
    await stage.counter.decide(1, { ...by, verdict: 'pass' });
    const [record] = await stage.kept();
    expect(record).toMatchObject({ verdict: 'pass', comparison: { verdict: 'pass' } });
    expect(record?.decisions.map(({ verdict }) => verdict)).toEqual(['fail', 'pass']);
  });

  it('gives the card its attempts back with a pass, and not otherwise', async () => {
    open();
    await stage.receive();
    for (const score of [10, 20, 30]) await stage.attempt(score);
    await stage.counter.decide(1, { ...by, verdict: 'fail' });
    await stage.lift();
    await stage.lay();
    expect(stage.state).toMatchObject({ phase: 'result', guest: { attemptsLeft: 0 } });
    await stage.counter.decide(2, { ...by, verdict: 'pass' });
    await stage.lift();
    await stage.lay();
    expect(stage.state).toMatchObject({ phase: 'consent', guest: { attemptsLeft: 3 } });
  });

  it('who takes a pass back takes the attempts back, too, whoever let the guest pass', async () => {
    open();
    await stage.receive();
    await stage.attempt(20);
    await stage.attempt(90);
    await stage.counter.decide(1, { ...by, verdict: 'fail' });
    await stage.lift();
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { visit: 2, attemptsLeft: 1 } });
    stage.counter.askForStaff(2);
    await stage.counter.decide(2, { ...by, verdict: 'pass' });
    await stage.counter.decide(2, { ...by, verdict: 'fail' });
    await stage.lift();
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { visit: 3, attemptsLeft: 1 } });
  });

  it('cannot decide before there is a result, nor about a guest who has gone', async () => {
    open();
    await stage.receive();
    const decision = { ...by, verdict: 'pass' } as const;
    await expect(stage.counter.decide(1, decision)).rejects.toMatchObject({
      code: 'station.not-now',
    });
    await stage.lift();
    await expect(stage.counter.decide(1, decision)).rejects.toMatchObject({
      code: 'station.visit-over',
    });
    expect(await stage.kept()).toEqual([]);
  });

  it('lets a guest try again, which is a check of its own', async () => {
    open();
    await stage.receive();
    for (const score of [10, 80, 30]) await stage.attempt(score);
    const first = stage.counter.images(1).frame;
    await stage.counter.allowRetry(1, by);
    expect(stage.state).toMatchObject({ phase: 'looking', guest: { visit: 1, attemptsLeft: 3 } });
    expect(stage.state).not.toHaveProperty('best');
    expect(isBlank(first ?? Uint8Array.of(1))).toBe(true);
    expect(await stage.attempt(90)).toMatchObject({ outcome: { verdict: 'pass' } });
    const [again, before] = await stage.kept();
    expect(before).toMatchObject({
      verdict: 'review',
      retryAllowed: by,
      comparison: { score: 80, attemptsUsed: 3 },
    });
    expect(again).toMatchObject({
      verdict: 'pass',
      comparison: { score: 90, attempts: 3, attemptsUsed: 1 },
    });
    expect(again).not.toHaveProperty('retryAllowed');
    expect(again?.id).not.toBe(before?.id);
  });

  it('holds another try to the rules that are set by then', async () => {
    open();
    await stage.receive();
    for (const score of [10, 20, 30]) await stage.attempt(score);
    stage.rules = { ...stage.rules, far: 0.01, attempts: 2 };
    expect(stage.counter.rules).toMatchObject({ far: 0.001, attempts: 3 });
    await stage.counter.allowRetry(1, by);
    expect(stage.counter.rules).toMatchObject({ far: 0.01, attempts: 2 });
    expect(stage.state).toMatchObject({ phase: 'looking', guest: { attemptsLeft: 2 } });
    await stage.attempt(75);
    expect(await stage.kept()).toMatchObject([
      {
        verdict: 'pass',
        comparison: { far: 0.01, threshold: 72, attempts: 2, attemptsUsed: 1 },
      },
      { verdict: 'fail', comparison: { far: 0.001, attempts: 3, attemptsUsed: 3 } },
    ]);
  });

  it('asks a guest again before another try where the notice has changed, and keeps which', async () => {
    open();
    await stage.receive();
    for (const score of [10, 20, 30]) await stage.attempt(score);
    stage.rules = { ...stage.rules, noticeHash: 'fedcba9876543210' };
    await stage.counter.allowRetry(1, by);
    expect(stage.state).toMatchObject({ phase: 'consent', guest: { visit: 1 } });
    stage.counter.answerConsent(1, face);
    await stage.attempt(90);
    expect(await stage.kept()).toMatchObject([
      { verdict: 'pass', consent: { notice: 'fedcba9876543210' } },
      { verdict: 'fail', consent: { notice: '0123456789abcdef' } },
    ]);
  });

  it('who lets a guest try again gives the card its attempts back, and those are counted', async () => {
    open();
    await stage.receive();
    for (const score of [10, 20, 30]) await stage.attempt(score);
    await stage.counter.allowRetry(1, by);
    await stage.attempt(10);
    await stage.lift();
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { visit: 2, attemptsLeft: 2 } });
  });

  it('gives a chip photo that failed another try, too', async () => {
    let calls = 0;
    const decode: CounterStage['parts']['decoder']['decode'] = (raw) => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new PhotoError('photo.no-decoder'))
        : Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: 'test' });
    };
    open({ parts: { decoder: { needsReader: () => false, decode } } });
    await stage.receive();
    await stage.at('result');
    await stage.counter.allowRetry(1, by);
    expect(await stage.attempt(90)).toMatchObject({ outcome: { verdict: 'pass' } });
    expect(calls).toBe(2);
  });

  it.each([
    ['that passed', [90], {}, 'station.not-now'],
    ['whose card has expired', [], { warnings: ['expired'] }, 'station.card-not-valid'],
  ] as const)('cannot give another try to a guest %s', async (_who, scores, changes, code) => {
    open();
    await (scores.length > 0 ? stage.receive() : stage.lay(sampleReading(changes)));
    for (const score of scores) await stage.attempt(score);
    const before = stage.state;
    await expect(stage.counter.allowRetry(1, by)).rejects.toMatchObject({ code });
    expect(stage.state).toBe(before);
  });

  it('cannot give another try without the card', async () => {
    open();
    await stage.receive();
    for (const score of [10, 20, 30]) await stage.attempt(score);
    await stage.lift();
    await expect(stage.counter.allowRetry(1, by)).rejects.toMatchObject({
      code: 'station.card-gone',
    });
  });

  it('has to decide a review before it can be put away', async () => {
    open();
    await stage.receive();
    expect(() => {
      stage.counter.finishVisit(1);
    }).toThrow(expect.objectContaining({ code: 'station.not-now' }) as Error);
    stage.counter.askForStaff(1);
    expect(() => {
      stage.counter.finishVisit(1);
    }).toThrow(expect.objectContaining({ code: 'station.decide-first' }) as Error);
    await stage.counter.decide(1, { ...by, verdict: 'fail' });
    stage.counter.finishVisit(1);
    stage.counter.finishVisit(1);
    expect(stage.state.phase).toBe('waiting-for-card');
  });

  it('hears of a decision that could not be kept', async () => {
    const store = createMemoryRecordStore();
    let isFull = false;
    open({
      records: {
        ...store,
        put: (record) => (isFull ? Promise.reject(new Error('disk full')) : store.put(record)),
      },
    });
    await stage.receive();
    stage.counter.askForStaff(1);
    isFull = true;
    await expect(stage.counter.decide(1, { ...by, verdict: 'pass' })).rejects.toThrow('disk full');
  });
});

describe('a record', () => {
  it('is kept with the result, masked, and told of', async () => {
    open();
    let told = 0;
    const off = stage.counter.onRecord(() => {
      told += 1;
    });
    await stage.receive();
    await stage.attempt(90);
    await settle();
    expect(told).toBe(1);
    off();
    const [record] = await stage.kept();
    expect(record).toMatchObject({
      name: '测**',
      number: '0***************09',
      verdict: 'pass',
      comparison: { score: 90, threshold: 84, attempts: 3, attemptsUsed: 1 },
      consent: { notice: '0123456789abcdef', face: true },
      timings: { total: 1000 },
    });
  });

  it('that cannot be kept is reported, and the guest hears the result all the same', async () => {
    const records = { ...createMemoryRecordStore(), put: () => Promise.reject(new Error('disk')) };
    open({ records });
    await stage.receive();
    expect(await stage.attempt(90)).toMatchObject({ outcome: { verdict: 'pass' } });
    await settle();
    expect(stage.errors.map(({ code }) => code)).toEqual(['witness.unexpected']);
  });

  it('is none of a guest who went before there was a result', async () => {
    open();
    await stage.receive();
    await stage.lift();
    await settle();
    expect(await stage.kept()).toEqual([]);
  });
});

describe('the reader', () => {
  it('lends its port to a decoder that needs it, and goes on reading cards', async () => {
    const portWasOpen: boolean[] = [];
    open({
      parts: {
        decoder: {
          needsReader: () => true,
          decode: (raw) => {
            portWasOpen.push(stage.reader.isOpen);
            return Promise.resolve({ format: 'bmp', image: raw.slice(), decodedBy: 'test' });
          },
        },
      },
    });
    await stage.receive();
    stage.reader.emit({ type: 'already-read' });
    expect(await stage.attempt(90)).toMatchObject({ phase: 'result' });
    await stage.lift();
    await stage.lay();
    expect(portWasOpen).toEqual([false]);
  });

  it('that is lost is told of, and the counter waits until it is back', async () => {
    open();
    await stage.receive();
    stage.reader.emit({ type: 'reader-lost', error: new ReaderError('reader.unplugged') });
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'reader.unplugged' },
      remedy: 'wait-for-reader',
    });
    stage.reader.emit({ type: 'reader-recovered', attempts: 2 });
    await stage.at('waiting-for-card');
    expect(stage.errors.map(({ code }) => code)).toEqual(['reader.unplugged']);
  });

  it('that is lost after the verdict takes nothing of it', async () => {
    open();
    await stage.receive();
    await stage.attempt(90);
    stage.reader.emit({ type: 'reader-lost', error: new ReaderError('reader.unplugged') });
    expect(
      await stage.until((state) => state.phase === 'result' && state.readerProblem !== undefined),
    ).toMatchObject({ outcome: { verdict: 'pass' }, cardLies: false });
  });
});

describe('a counter', () => {
  it('says what it could not start with, instead of ending', async () => {
    open({ prepare: () => Promise.reject(new PhotoError('photo.no-decoder')) });
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'photo.no-decoder' },
      remedy: 'restart',
    });
    expect(stage.closings).toBe(0);
  });

  it('closes its parts when the reader fails in a way nobody foresaw', async () => {
    open();
    stage.reader.emit(new Error('a defect'));
    expect(await stage.at('problem')).toMatchObject({
      error: { code: 'witness.unexpected' },
      remedy: 'restart',
    });
    await stage.ended;
    expect(stage.closings).toBe(1);
    expect(stage.errors[0]?.cause).toBeInstanceOf(Error);
  });

  it('waits for a comparison before it closes its parts', async () => {
    const slow = slowEngine();
    open({ parts: slow });
    await stage.receive();
    await stage.show(90);
    stage.stop.abort();
    await settle();
    expect(stage.closings).toBe(0);
    slow.finish();
    await stage.ended;
    expect(stage.closings).toBe(1);
    expect(await stage.kept()).toHaveLength(1);
    expect(stage.state.phase).toBe('starting');
  });

  it('whose parts do not close says so, and can be opened anew all the same', async () => {
    open({ parts: { close: () => Promise.reject(new ReaderError('reader.close-timed-out')) } });
    await stage.at('waiting-for-card');
    await stage.end();
    expect(stage.errors.map(({ code }) => code)).toEqual(['reader.close-timed-out']);
    stage.stop = new AbortController();
    stage.ended = stage.counter.run(stage.stop.signal);
    await stage.at('waiting-for-card');
    expect(await stage.receive()).toBe(1);
  });

  it('can be opened anew, and still knows the attempts of a card', async () => {
    open();
    await stage.receive();
    await stage.attempt(20);
    await stage.end();
    stage.stop = new AbortController();
    stage.ended = stage.counter.run(stage.stop.signal);
    await stage.at('waiting-for-card');
    await stage.receive();
    expect(stage.state).toMatchObject({ guest: { visit: 2, attemptsLeft: 2 } });
  });

  it('stops telling a listener that has left', async () => {
    open();
    await stage.at('waiting-for-card');
    const seen: string[] = [];
    const off = stage.counter.onChange((state) => seen.push(state.phase));
    stage.reader.emit({ type: 'arrived' });
    await stage.at('reading');
    off();
    await stage.lift();
    expect(seen).toEqual(['reading']);
  });
});
