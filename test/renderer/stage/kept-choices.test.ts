import { describe, expect, it } from 'vitest';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import {
  choicesAfter,
  noChoices,
  withChoice,
  type KeptChoices,
} from '../../../renderer/stage/kept-choices.ts';

const card = { kind: 'resident', name: '测**', number: '0***************09' } as const;
const error = { code: 'station.card-lifted-early', en: 'Too early.', zh: '太早。' };

const waiting: ShownStage = { phase: 'waiting-for-card' };
const reading: ShownStage = { phase: 'reading' };
const lifted: ShownStage = { phase: 'problem', error, remedy: 'place-card' };
const looking = (visit: number): ShownStage => ({
  ...{ phase: 'looking', visit, card },
  ...{ attempt: 1, attempts: 3 },
});
const comparing = (visit: number): ShownStage => ({ phase: 'comparing', visit, card });
const result = (visit: number): ShownStage => ({
  ...{ phase: 'result', visit, card, verdict: 'fail', reasons: [] },
  ...{ decidedByOperator: false, cardLies: true, nextWaits: false },
});

const english = { language: 'en', largePrint: true } as const;

/** What is left of choices, as the counter goes through these stages. */
const through = (kept: KeptChoices, ...stages: readonly ShownStage[]): KeptChoices['chosen'] => {
  let [left, before] = [kept, stages[0]!];
  for (const after of stages.slice(1)) {
    left = choicesAfter(left, before, after);
    before = after;
  }
  return left.chosen;
};

describe('what a guest has chosen on the screen', () => {
  const chosen = withChoice(noChoices, english, 1);

  it('lasts over another try that an operator allows', () => {
    const again = [looking(1), comparing(1), result(1), looking(1), comparing(1), result(1)];
    expect(through(chosen, ...again)).toEqual(english);
  });

  it('goes when the result is left, for whatever comes', () => {
    expect(through(chosen, result(1), waiting)).toEqual({});
    expect(through(chosen, result(1), reading)).toEqual({});
  });

  it('goes when another visit begins, though the page drew nothing in between', () => {
    expect(through(chosen, result(1), looking(2))).toEqual({});
    expect(through(chosen, looking(1), looking(2))).toEqual({});
  });

  it('is still on the screen that tells of a card lifted early, and none of another visit’s', () => {
    expect(through(chosen, looking(1), lifted)).toEqual(english);
    expect(through(chosen, looking(1), lifted, looking(1))).toEqual(english);
    expect(through(chosen, looking(1), lifted, waiting, reading, looking(2))).toEqual({});
  });

  it('before the card is laid down is for the visit that begins then', () => {
    const early = withChoice(noChoices, english, undefined);
    expect(through(early, waiting, reading, looking(4), result(4), looking(4))).toEqual(english);
    expect(through(early, waiting, reading, looking(4), looking(5))).toEqual({});
  });

  it('by the next guest, while there is no visit, is not taken for that of the guest before', () => {
    const next = withChoice(chosen, { voice: true }, undefined);
    expect(through(next, waiting, reading, looking(2))).toEqual({ ...english, voice: true });
  });
});
