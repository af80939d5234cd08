import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetExpired } from '../../../main/host/retention.ts';
import type { RecordStore } from '../../../main/records/record-store.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const settings = settingsSchema.parse({ records: { retentionDays: 3 } });

const run = async (forgetBefore: RecordStore['forgetBefore']): Promise<readonly string[]> => {
  const told: string[] = [];
  const stop = new AbortController();
  await forgetExpired({ forgetBefore } as RecordStore, () => settings, {
    signal: stop.signal,
    onForgotten: () => {
      told.push('forgotten');
      stop.abort();
    },
    onError: ({ code }) => {
      told.push(code);
      stop.abort();
    },
  });
  return told;
};

describe('records', () => {
  it('are forgotten when they are older than the site keeps them', async () => {
    const forgetBefore = vi.fn<RecordStore['forgetBefore']>(() => Promise.resolve(2));
    expect(await run(forgetBefore)).toEqual(['forgotten']);
    expect(forgetBefore).toHaveBeenCalledWith('2026-03-07T12:00:00.000Z');
  });

  it('that cannot be forgotten are reported', async () => {
    expect(await run(() => Promise.reject(new Error('disk')))).toEqual(['witness.unexpected']);
  });
});
