import { describe, expect, test } from 'vitest';
import { reviveError } from '../../../main/errors/revive-error.ts';
import { toWitnessError, unexpectedErrorCatalogue } from '../../../main/errors/unexpected-error.ts';
import {
  isWitnessError,
  WitnessError,
  type ErrorEntry,
} from '../../../main/errors/witness-error.ts';

const portBusy: ErrorEntry = {
  what: { en: 'Port {port} is busy ({tries} tries).', zh: '串口 {port} 被占用（{tries} 次）。' },
  todo: { en: 'Close the other program.', zh: '请关闭其他程序。' },
};

describe('an error', () => {
  test('says what happened and what to do, in both languages, filled from its data', () => {
    const error = new WitnessError(portBusy, 'test.port-busy', { port: 'COM3', tries: 2 });
    expect(error.sentence).toEqual({
      en: 'Port COM3 is busy (2 tries). Close the other program.',
      zh: '串口 COM3 被占用（2 次）。请关闭其他程序。',
    });
    expect(error.message).toBe(error.sentence.en);
  });

  test.each([
    ['zero', 0, 'Port 0 is'],
    ['false', false, 'Port false is'],
    ['an empty text', '', 'Port  is'],
    ['a list', ['COM1', 'COM2', 3], 'Port COM1, COM2, 3 is'],
    ['what looks like a placeholder', '{tries}', 'Port {tries} is'],
    ['what looks like a replacement', '$&$1', 'Port $&$1 is'],
  ])('is filled with %s as it stands', (_, port, expected) => {
    const error = new WitnessError(portBusy, 'test.port-busy', { port, tries: 1 });
    expect(error.message).toContain(expected);
  });

  test('shows the placeholder of a fact it was not given', () => {
    expect(new WitnessError(portBusy, 'test.port-busy').message).toContain('Port {port} is');
  });

  test('keeps its cause to itself', () => {
    const cause = new Error('EBUSY');
    const error = new WitnessError(portBusy, 'test.port-busy', { port: 'COM3' }, { cause });
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain('EBUSY');
  });

  test('is plain data as JSON', () => {
    const error = new WitnessError(portBusy, 'test.port-busy', { port: 'COM3', tries: 2 });
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'test.port-busy',
      message: 'Port COM3 is busy (2 tries). Close the other program.',
      messageZh: '串口 COM3 被占用（2 次）。请关闭其他程序。',
      data: { port: 'COM3', tries: 2 },
    });
  });

  test('is told from others', () => {
    expect(isWitnessError(new WitnessError(portBusy, 'test.port-busy'))).toBe(true);
    expect(isWitnessError(new Error('test.port-busy'))).toBe(false);
    expect(isWitnessError({ code: 'test.port-busy', message: '', data: {} })).toBe(false);
    expect(isWitnessError(undefined)).toBe(false);
  });
});

describe('an error that crossed a process', () => {
  test('is the same document again', () => {
    const sent = new WitnessError(portBusy, 'test.port-busy', { port: '{tries}', tries: 2 });
    const received = reviveError(structuredClone(sent.toJSON()));
    expect(received).toBeInstanceOf(WitnessError);
    expect(received.toJSON()).toEqual(sent.toJSON());
    expect(received.sentence).toEqual(sent.sentence);
  });
});

describe('whatever was thrown', () => {
  test('comes back as it is when it is ours', () => {
    const ours = new WitnessError(portBusy, 'test.port-busy');
    expect(toWitnessError(ours)).toBe(ours);
  });

  test.each([
    ['an error', new TypeError('x is not a function'), 'x is not a function'],
    ['a text', 'out of paper', 'out of paper'],
    ['nothing', undefined, 'undefined thrown'],
    ['an object', { code: 5 }, 'object thrown'],
    ['an object without text', Object.create(null) as object, 'object thrown'],
    ['a symbol', Symbol('s'), 'symbol thrown'],
  ])('is an unexpected error when it is %s', (_, thrown, reason) => {
    const error = toWitnessError(thrown);
    expect(error.code).toBe('witness.unexpected');
    expect(error.data).toEqual({ reason });
    expect(error.cause).toBe(thrown);
    expect(error.message).toContain(`${reason}.`);
    expect(error.sentence.zh).toContain(reason);
    expect(Object.keys(unexpectedErrorCatalogue)).toContain(error.code);
  });
});
