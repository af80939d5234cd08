import { describe, expect, it } from 'vitest';
import { cardWarnings } from '../../../main/card/card-warning.ts';
import { noCounters } from '../../../main/card/link-counters.ts';
import type { ReaderCounters } from '../../../main/card/reader.ts';
import { verdicts } from '../../../main/compare/verdict.ts';
import { deskSchema } from '../../../main/ipc/desk-schema.ts';
import { cameraReportSchema, devicesSchema } from '../../../main/ipc/device-schema.ts';
import { frameAdviceSchema, stageSchema } from '../../../main/ipc/stage-schema.ts';
import { reviewReasons } from '../../../main/records/check-record.ts';
import { wordsOf } from '../../../renderer/text/i18n.ts';

/** Every message of a language, by the way to it. */
const messagesOf = (words: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as const]
      : messagesOf(value as object, `${path}${key}.`),
  );

const zh = new Map(messagesOf(wordsOf.zh));
const en = new Map(messagesOf(wordsOf.en));

/** The values a message leaves room for. */
const gapsOf = (message: string | undefined): readonly string[] =>
  [...(message ?? '').matchAll(/\{\{(\w+)/g)].map(([, name]) => name!).sort();

const each = [wordsOf.zh, wordsOf.en] as const;

/** Every counter a reader has; the compiler keeps it whole. */
const counters: ReaderCounters = { ...noCounters, retries: 0, samResets: 0, reopens: 0 };

describe('the words of the screens', () => {
  it('are there in both languages, none of them empty', () => {
    expect([...en.keys()]).toEqual([...zh.keys()]);
    expect([...zh, ...en].filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('leave room for the same values', () => {
    for (const [key, message] of zh)
      expect([key, gapsOf(en.get(key))]).toEqual([key, gapsOf(message)]);
  });

  it('are English in English and Chinese in Chinese', () => {
    const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
    expect([...en].filter(([, message]) => isHan(message))).toEqual([]);
    const hasNoWords = (text: string): boolean =>
      !/[a-z]{3}/i.test(text.replaceAll(/\{\{.*?\}\}/g, ''));
    const foreign = [...zh].filter(([, message]) => !isHan(message) && !hasNoWords(message));
    expect(foreign).toEqual([]);
  });

  it.each([
    ['verdict', verdicts, each.flatMap(({ guest, clerk }) => [guest.verdict, clerk.desk.verdict])],
    [
      'reason for a review',
      reviewReasons,
      each.flatMap(({ guest, clerk }) => [guest.reason, clerk.desk.reasons, clerk.desk.reasonName]),
    ],
    [
      'instruction',
      frameAdviceSchema.shape.instruction.unwrap().options,
      each.map(({ guest }) => guest.instruction),
    ],
    ['oddity of a card', Object.keys(cardWarnings), each.map(({ clerk }) => clerk.history.warning)],
    [
      'kind of card',
      deskSchema.shape.card.unwrap().shape.kind.options,
      each.flatMap(({ guest, clerk }) => [guest.card, clerk.desk.card.kind]),
    ],
    [
      'field of a card',
      deskSchema.shape.card.unwrap().shape.fields.element.shape.name.options,
      each.map(({ clerk }) => clerk.desk.card.field),
    ],
    [
      'problem of the camera',
      cameraReportSchema.shape.problem.unwrap().options,
      each.flatMap(({ guest, clerk }) => [guest.camera, clerk.device.camera]),
    ],
    [
      'remedy',
      stageSchema.options.flatMap(({ shape }) => ('remedy' in shape ? shape.remedy.options : [])),
      each.map(({ guest }) => guest.remedy),
    ],
    ['device', Object.keys(devicesSchema.shape), each.map(({ clerk }) => clerk.device.name)],
    ['counter of the reader', Object.keys(counters), each.map(({ clerk }) => clerk.device.counter)],
  ])('are there for every %s', (_, keys, tables) => {
    expect(keys.length).toBeGreaterThan(1);
    for (const table of tables)
      expect(Object.keys(table)).toEqual(expect.arrayContaining([...keys]));
  });

  it('say what to do about states that a device can be in, and about no others', () => {
    for (const { clerk } of each) {
      const { heading: _, ...todo } = clerk.device.todo;
      for (const [device, states] of Object.entries(todo)) {
        const known = Object.keys(clerk.device[device as keyof typeof todo]);
        expect(known).toEqual(expect.arrayContaining(Object.keys(states)));
      }
    }
  });
});
