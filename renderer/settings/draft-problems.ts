import { needsLayout, type DecoderDraft } from './decoder-draft.ts';
import type { DraftField } from './draft-fields.ts';
import { linesOf, wholeOf } from './read-text.ts';
import type { SettingsDraft } from './settings-draft.ts';

/** What is wrong with a field, so that words can be found for it. */
export type DraftProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'lines'; readonly longest: number; readonly most: number }
  | { readonly kind: 'address' | 'path' | 'program' | 'symbol' | 'feed' | 'key' };

export type DraftProblems = Readonly<Partial<Record<DraftField, DraftProblem>>>;

/** Least and greatest of each figure, as the schema has them. */
export const ranges = {
  'reader.maxRfBytes': { from: 24, to: 255 },
  'decoder.timeout': { from: 100, to: 60_000 },
  'engine.cloud.timeout': { from: 500, to: 60_000 },
  'compare.threads': { from: 1, to: 64 },
  'compare.attempts': { from: 1, to: 10 },
  'records.retentionDays': { from: 0, to: 3650 },
  'screen.holdSeconds': { from: 2, to: 120 },
} as const satisfies Readonly<Partial<Record<DraftField, { from: number; to: number }>>>;

/** Characters a text may have, as the schema has it. */
export const lengths = { organisation: 80, purpose: 200, contact: 120 } as const;

/** Characters one operator's name may have, and how many operators there may be. */
const operatorLines = { longest: 40, most: 200 } as const;

/** What was looked at, and what is wrong with it if anything is. */
type Findings = Readonly<Partial<Record<DraftField, DraftProblem | undefined>>>;

/** Everything that is wrong with a draft. Fields that are not in use cannot be wrong. */
export const problemsOf = (draft: SettingsDraft): DraftProblems => {
  const { reader, decoder, engine, compare, records, site, screen, updates } = draft;
  const { maxRfBytes } = reader;
  const findings: Findings = {
    ...(maxRfBytes.trim() !== '' && {
      'reader.maxRfBytes': figure('reader.maxRfBytes', maxRfBytes),
    }),
    ...decoderFindings(decoder),
    ...(engine.route !== 'local' && {
      'engine.cloud.endpoint': isAddress(engine.endpoint) ? undefined : { kind: 'address' },
      'engine.cloud.timeout': figure('engine.cloud.timeout', engine.timeout),
    }),
    'compare.threads': figure('compare.threads', compare.threads),
    'records.retentionDays': figure('records.retentionDays', records.retentionDays),
    'site.operators': operators(site.operators),
    'screen.holdSeconds': figure('screen.holdSeconds', screen.holdSeconds),
    ...(updates.feed.trim() !== '' && {
      'updates.feed': isFeed(updates.feed.trim()) ? undefined : { kind: 'feed' },
      'updates.publicKey': given(updates.publicKey.trim(), isKey, 'key'),
    }),
  };
  return Object.fromEntries(Object.entries(findings).filter(([, problem]) => problem));
};

const decoderFindings = (decoder: DecoderDraft): Findings => {
  const { kind, command, path, symbol, shape, orientation, channelOrder, timeout } = decoder;
  if (kind === 'none') return {};
  const time = { 'decoder.timeout': figure('decoder.timeout', timeout) };
  if (kind === 'command')
    return { ...time, 'decoder.command': given(command.trim(), isProgram, 'program') };
  const isUnsaid = (choice: string): boolean => needsLayout(shape) && choice === '';
  return {
    ...time,
    'decoder.path': given(path.trim(), isAbsolute, 'path'),
    'decoder.symbol': /^[\w@?$.]*$/.test(symbol.trim()) ? undefined : { kind: 'symbol' },
    'decoder.orientation': isUnsaid(orientation) ? { kind: 'missing' } : undefined,
    'decoder.channelOrder': isUnsaid(channelOrder) ? { kind: 'missing' } : undefined,
  };
};

const figure = (field: keyof typeof ranges, text: string): DraftProblem | undefined => {
  const { from, to } = ranges[field];
  const value = wholeOf(text);
  return value >= from && value <= to ? undefined : { kind: 'range', from, to };
};

const given = (
  text: string,
  isFine: (text: string) => boolean,
  kind: 'path' | 'program' | 'key',
): DraftProblem | undefined => {
  if (text === '') return { kind: 'missing' };
  return isFine(text) ? undefined : { kind };
};

const operators = (text: string): DraftProblem | undefined => {
  const { longest, most } = operatorLines;
  const lines = linesOf(text);
  return lines.length > most || lines.some((line) => line.length > longest)
    ? { kind: 'lines', longest, most }
    : undefined;
};

/** A full path, of whichever system the station runs on; the station itself knows better. */
const isAbsolute = (path: string): boolean => /^(?:\/|[a-z]:[\\/]|\\\\)/i.test(path);

const isFeed = (text: string): boolean =>
  isAbsolute(text) || (/^https?:\/\//i.test(text) && URL.canParse(text));

/** SubjectPublicKeyInfo of an Ed25519 key in base64: 44 bytes that all begin in the same way (RFC 8410). */
const isKey = (text: string): boolean => /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/.test(text);

const isProgram = (name: string): boolean => isAbsolute(name) || !/[\\/]/.test(name);

/**
 * The address of a service: encrypted, without a path or a name in front of the host, which the
 * cloud's signature does not cover. Only a service on this very machine may go without encryption.
 */
const isAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { href, origin, protocol, hostname } = new URL(text);
  const isHere =
    hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  return href === `${origin}/` && (protocol === 'https:' || (protocol === 'http:' && isHere));
};
