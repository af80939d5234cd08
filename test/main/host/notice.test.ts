import { describe, expect, it } from 'vitest';
import { noticeHash, noticeOf } from '../../../main/host/notice.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

const settings = settingsSchema.parse({
  site: { organisation: 'A', purpose: 'B', contact: 'C' },
  records: { retentionDays: 7 },
});

describe('the notice', () => {
  it('says who, what for, whom to ask and how long', () => {
    expect(noticeOf(settings)).toEqual({
      organisation: 'A',
      purpose: 'B',
      contact: 'C',
      retentionDays: 7,
    });
  });

  it.each(['cloud', 'cloud-with-local-fallback'] as const)(
    'names the cloud on the route %s',
    (route) => {
      const { engine } = settingsSchema.parse({ engine: { route } });
      expect(noticeOf({ ...settings, engine }).cloud?.zh).toBe('阿里云实人认证');
    },
  );

  it('has another hash whenever it says something else', () => {
    const notice = noticeOf(settings);
    const hashes = [
      notice,
      { ...notice, organisation: 'D' },
      { ...notice, purpose: 'D' },
      { ...notice, contact: 'D' },
      { ...notice, retentionDays: 8 },
      { ...notice, cloud: { en: 'X', zh: 'X' } },
    ].map(noticeHash);
    expect(new Set(hashes).size).toBe(6);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(noticeHash({ ...notice })).toBe(hashes[0]);
  });
});
