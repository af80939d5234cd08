import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../main/settings/settings.ts';
import type { DecoderDraft } from '../../../renderer/settings/decoder-draft.ts';
import { lengths, problemsOf } from '../../../renderer/settings/draft-problems.ts';
import { ranges } from '../../../renderer/settings/figure-ranges.ts';
import { draftOf, type SettingsDraft } from '../../../renderer/settings/settings-draft.ts';
import { someSettings } from './some-settings.ts';

const draft = draftOf(someSettings());

const withGateway = (gateway: Partial<SettingsDraft['gateway']>): SettingsDraft => ({
  ...draft,
  gateway: { ...draft.gateway, enabled: true, ...gateway },
});

/** The draft with a figure typed into a field. */
const typed: Readonly<Record<keyof typeof ranges, (text: string) => SettingsDraft>> = {
  'reader.maxRfBytes': (maxRfBytes) => ({ ...draft, reader: { ...draft.reader, maxRfBytes } }),
  'decoder.timeout': (timeout) => ({
    ...draft,
    decoder: { ...draft.decoder, kind: 'command', command: 'wlt', timeout },
  }),
  'engine.cloud.timeout': (timeout) => ({
    ...draft,
    engine: { ...draft.engine, route: 'cloud', timeout },
  }),
  'compare.threads': (threads) => ({ ...draft, compare: { ...draft.compare, threads } }),
  'compare.attempts': (attempts) => ({
    ...draft,
    compare: { ...draft.compare, attempts: Number(attempts) },
  }),
  'records.retentionDays': (retentionDays) => ({ ...draft, records: { retentionDays } }),
  'gateway.port': (port) => withGateway({ port }),
  'gateway.metricsPort': (metricsPort) => withGateway({ metricsPort }),
  'gateway.rate.requests': (requests) => withGateway({ requests }),
  'gateway.rate.seconds': (seconds) => withGateway({ seconds }),
  'screen.holdSeconds': (holdSeconds) => ({ ...draft, screen: { ...draft.screen, holdSeconds } }),
};

/** Settings as sent, with a figure in a field. */
const sent: Readonly<Record<keyof typeof ranges, (figure: number) => object>> = {
  'reader.maxRfBytes': (maxRfBytes) => ({ reader: { maxRfBytes } }),
  'decoder.timeout': (timeout) => ({ decoder: { kind: 'command', command: 'wlt', timeout } }),
  'engine.cloud.timeout': (timeout) => ({ engine: { cloud: { timeout } } }),
  'compare.threads': (threads) => ({ compare: { threads } }),
  'compare.attempts': (attempts) => ({ compare: { attempts } }),
  'records.retentionDays': (retentionDays) => ({ records: { retentionDays } }),
  'gateway.port': (port) => ({ gateway: { port } }),
  'gateway.metricsPort': (metricsPort) => ({ gateway: { metricsPort } }),
  'gateway.rate.requests': (requests) => ({ gateway: { rate: { requests } } }),
  'gateway.rate.seconds': (seconds) => ({ gateway: { rate: { seconds } } }),
  'screen.holdSeconds': (holdSeconds) => ({ screen: { holdSeconds } }),
};

const fields = Object.keys(ranges) as (keyof typeof ranges)[];
const typedFields = fields.filter((field) => field !== 'compare.attempts');

describe('the range of a figure', () => {
  it.each(fields)('is the schema’s: %s', (field) => {
    const { from, to } = ranges[field];
    const isAccepted = (figure: number): boolean =>
      settingsSchema.safeParse(sent[field](figure)).success;
    expect([from - 1, from, to, to + 1].map(isAccepted)).toEqual([false, true, true, false]);
  });

  it.each(typedFields)('is kept to while typing: %s', (field) => {
    const { from, to } = ranges[field];
    const problem = { [field]: { kind: 'range', from, to } };
    for (const text of [from, to]) expect(problemsOf(typed[field](String(text)))).toEqual({});
    for (const text of [`${from - 1}`, `${to + 1}`, '1.5', '-30', '3e1', 'x', '٣٠'])
      expect(problemsOf(typed[field](text))).toEqual(problem);
  });
});

describe('the length of a text', () => {
  it.each(Object.entries(lengths))('is the schema’s: %s', (name, length) => {
    const isAccepted = (count: number): boolean =>
      settingsSchema.safeParse({ site: { [name]: 'x'.repeat(count) } }).success;
    expect([isAccepted(length), isAccepted(length + 1)]).toEqual([true, false]);
  });
});

describe('problemsOf the updates', () => {
  const updates = (feed: string, publicKey: string) =>
    problemsOf({ ...draft, updates: { feed, publicKey } });
  const key = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;

  it('are none without a feed, whatever stands in the other field', () => {
    expect(updates('', 'nonsense')).toEqual({});
  });

  it.each([
    'https://updates.example/witness',
    'http://10.0.0.5/',
    '/srv/witness',
    '\\\\server\\share',
  ])('are none with the feed %s and a key', (feed) => {
    expect(updates(feed, key)).toEqual({});
  });

  it('are told for a feed that is no address and for a key that is none', () => {
    expect(updates('ftp://updates.example', 'nonsense')).toEqual({
      'updates.feed': { kind: 'feed' },
      'updates.publicKey': { kind: 'key' },
    });
    expect(updates('/srv/witness', '')).toEqual({ 'updates.publicKey': { kind: 'missing' } });
  });
});

describe('problemsOf', () => {
  it('finds none in settings that are kept', () => {
    expect(problemsOf(draft)).toEqual({});
  });

  it('needs no radio bytes, which the reader has of its own', () => {
    expect(problemsOf(typed['reader.maxRfBytes']('  '))).toEqual({});
  });

  it('holds operators to the schema’s length and number', () => {
    const withOperators = (operators: readonly string[]): SettingsDraft => ({
      ...draft,
      site: { ...draft.site, operators: operators.join('\n') },
    });
    const problem = { 'site.operators': { kind: 'lines', longest: 40, most: 200 } };
    expect(problemsOf(withOperators(['x'.repeat(40)]))).toEqual({});
    expect(problemsOf(withOperators(['x', 'x'.repeat(41)]))).toEqual(problem);
    expect(problemsOf(withOperators(Array<string>(200).fill('x')))).toEqual({});
    expect(problemsOf(withOperators(Array<string>(201).fill('x')))).toEqual(problem);
    const site = (operators: readonly string[]): boolean =>
      settingsSchema.safeParse({ site: { operators } }).success;
    expect([site(['x'.repeat(40)]), site(['x'.repeat(41)])]).toEqual([true, false]);
  });

  it.each([
    ['https://face.example.com', true],
    [' https://face.example.com:8443/ ', true],
    ['http://127.0.0.1:9000', true],
    ['http://localhost', true],
    ['http://face.example.com', false],
    ['http://127.example.com', false],
    ['https://face.example.com/v1', false],
    ['https://me@face.example.com', false],
    ['ftp://127.0.0.1', false],
    ['face.example.com', false],
    ['', false],
  ])('takes %s for the address of a cloud: %s', (endpoint, isFine) => {
    const engine = { ...draft.engine, route: 'cloud', endpoint } as const;
    const problems = problemsOf({ ...draft, engine });
    expect(problems).toEqual(isFine ? {} : { 'engine.cloud.endpoint': { kind: 'address' } });
    expect(problemsOf({ ...draft, engine: { ...engine, route: 'local' } })).toEqual({});
  });
});

describe('a decoder', () => {
  const problemsWith = (decoder: Partial<DecoderDraft>) =>
    problemsOf({ ...draft, decoder: { ...draft.decoder, ...decoder } });
  const library = { kind: 'library', path: '/lib/a.so', shape: 'dewlt' } as const;

  it('that is a program is found on the search path or by its full path', () => {
    for (const command of ['wlt', '/opt/wlt', 'C:\\wlt.exe', 'C:/wlt.exe'])
      expect(problemsWith({ kind: 'command', command })).toEqual({});
    for (const command of ['./wlt', 'bin\\wlt'])
      expect(problemsWith({ kind: 'command', command })).toEqual({
        'decoder.command': { kind: 'program' },
      });
    expect(problemsWith({ kind: 'command' })).toEqual({ 'decoder.command': { kind: 'missing' } });
  });

  it('that is a library needs its full path', () => {
    expect(problemsWith(library)).toEqual({});
    expect(problemsWith({ ...library, path: 'a.so' })).toEqual({
      'decoder.path': { kind: 'path' },
    });
    expect(problemsWith({ ...library, path: ' ' })).toEqual({
      'decoder.path': { kind: 'missing' },
    });
  });

  it('that gives bare pixels must be told how they lie', () => {
    expect(problemsWith({ ...library, shape: 'unpack' })).toEqual({
      'decoder.orientation': { kind: 'missing' },
      'decoder.channelOrder': { kind: 'missing' },
    });
    const layout = { orientation: 'upright', channelOrder: 'BGR' } as const;
    expect(problemsWith({ ...library, shape: 'unpack', ...layout })).toEqual({});
  });

  it('has a function’s name', () => {
    expect(problemsWith({ ...library, symbol: '?dewlt@@YAHPBD@Z' })).toEqual({});
    expect(problemsWith({ ...library, symbol: 'de wlt' })).toEqual({
      'decoder.symbol': { kind: 'symbol' },
    });
  });

  it('that is not used has no problems', () => {
    expect(problemsWith({ path: 'a.so', command: './x', timeout: '' })).toEqual({});
  });
});
