import { describe, expect, it } from 'vitest';
import { isWithin, matches } from '../../../main/records/match-record.ts';
import { sampleRecord } from './sample-records.ts';

const by = { operator: '王小明', reason: '看过', at: '2026-03-10T12:01:00.000Z' };
const record = sampleRecord({
  id: 'abcdef01-2345-4789-8abc-def012345678',
  name: 'T**',
  number: '1***************3X',
  verdict: 'review',
  reasons: ['card-data-odd', 'score-near-threshold'],
  decisions: [{ ...by, verdict: 'fail' }],
  retryAllowed: { ...by, operator: 'Ada Li' },
});

describe('a span of time', () => {
  it('has its beginning in it, and its end not, however they are written', () => {
    const span = { from: '2026-03-10T12:00:00Z', to: '2026-03-10T13:00:00Z' };
    expect(isWithin('2026-03-10T12:00:00.000Z', span)).toBe(true);
    expect(isWithin('2026-03-10T11:59:59.999Z', span)).toBe(false);
    expect(isWithin('2026-03-10T12:59:59.999Z', span)).toBe(true);
    expect(isWithin('2026-03-10T13:00:00.000Z', span)).toBe(false);
  });

  it('without an end has none', () => {
    expect(isWithin('1970-01-01T00:00:00Z', {})).toBe(true);
    expect(isWithin('1970-01-01T00:00:00Z', { to: '1970-01-01T00:00:00.001Z' })).toBe(true);
    expect(isWithin('9999-01-01T00:00:00Z', { from: '2026-03-10T12:00:00Z' })).toBe(true);
  });
});

describe('a record is found', () => {
  it('where nothing is asked for', () => {
    expect(matches(record, {})).toBe(true);
  });

  it('by when it ended, not by when it began', () => {
    expect(matches(record, { from: '2026-03-10T12:00:05Z' })).toBe(true);
    expect(matches(record, { to: '2026-03-10T12:00:10Z' })).toBe(false);
  });

  it.each([
    [['review'], true],
    [['pass', 'review'], true],
    [['pass'], false],
    [[], false],
  ] as const)('by a verdict among %j: %s', (verdicts, found) => {
    expect(matches(record, { verdicts: [...verdicts] })).toBe(found);
  });

  it.each([
    [['card-data-odd'], true],
    [['without-face', 'score-near-threshold'], true],
    [['without-face'], false],
  ] as const)('by a reason among %j: %s', (reasons, found) => {
    expect(matches(record, { reasons: [...reasons] })).toBe(found);
  });

  it.each([
    ['part of the masked name, in any case', 't*', true],
    ['the end of the number', '3x', true],
    ['part of an operator who decided', '小明', true],
    ['part of an operator who allowed another try', 'ada', true],
    ['text with spaces around it', '  3X ', true],
    ['nothing but spaces', '   ', true],
    ['the beginning of its id', 'ABCDEF01', true],
    ['too few characters of its id', 'abcdef0', false],
    ['the end of its id', 'def012345678', false],
    ['a reason that was given', '看过', false],
    ['something else', '李', false],
  ])('by %s', (_what, text, found) => {
    expect(matches(record, { text })).toBe(found);
  });

  it('only if everything that is asked for is so', () => {
    expect(matches(record, { verdicts: ['review'], text: 'ada' })).toBe(true);
    expect(matches(record, { verdicts: ['pass'], text: 'ada' })).toBe(false);
  });
});
