import { needsLayout, type DecoderDraft } from './decoder-draft.ts';
import type { DraftProblem, DraftProblems, Findings } from './draft-problem.ts';
import { engineFindings } from './engine-problems.ts';
import { figure } from './figure-ranges.ts';
import { gatewayFindings } from './gateway-problems.ts';
import { linesOf } from './read-text.ts';
import type { SettingsDraft } from './settings-draft.ts';

/** Characters a text may have, as the schema has it. */
export const lengths = { organisation: 80, purpose: 200, contact: 120 } as const;

/** Characters one operator's name may have, and how many operators there may be. */
const operatorLines = { longest: 40, most: 200 } as const;

/** Everything that is wrong with a draft. Fields that are not in use cannot be wrong. */
export const problemsOf = (draft: SettingsDraft): DraftProblems => {
  const { reader, decoder, engine, compare, records, site, gateway, screen, updates } = draft;
  const { maxRfBytes } = reader;
  const findings: Findings = {
    ...(maxRfBytes.trim() !== '' && {
      'reader.maxRfBytes': figure('reader.maxRfBytes', maxRfBytes),
    }),
    ...decoderFindings(decoder),
    ...engineFindings(engine),
    'compare.threads': figure('compare.threads', compare.threads),
    'records.retentionDays': figure('records.retentionDays', records.retentionDays),
    'site.operators': operators(site.operators),
    ...gatewayFindings(gateway),
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
