import { describe, expect, it } from 'vitest';
import { needsReopening } from '../../../main/host/changed-parts.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

const before = settingsSchema.parse({});

describe('needsReopening', () => {
  it.each([
    ['the reader', { reader: { port: 'COM3' } }],
    ['the decoder', { decoder: { kind: 'command', command: 'decode' } }],
    ['the engine', { engine: { route: 'cloud' } }],
    ['the population', { compare: { population: 'site-12' } }],
    ['the threads', { compare: { threads: 2 } }],
    ['the gateway', { gateway: { enabled: true } }],
  ])('is so when %s changes', (_what, change) => {
    expect(needsReopening(before, settingsSchema.parse(change))).toBe(true);
  });

  it.each([
    ['the FAR', { compare: { far: 0.01 } }],
    ['the attempts', { compare: { attempts: 1 } }],
    ['the language', { screen: { language: 'en' } }],
    ['the retention', { records: { retentionDays: 1 } }],
    ['nothing', {}],
  ])('is not so when %s changes', (_what, change) => {
    expect(needsReopening(before, settingsSchema.parse(change))).toBe(false);
  });
});
