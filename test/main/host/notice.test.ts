import { describe, expect, it } from 'vitest';
import { noticeHash, noticeOf, type SiteNotice } from '../../../main/host/notice.ts';
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

  it.each([
    ['cloud', 'staff'],
    ['both-agree', 'staff'],
    ['cloud-with-local-fallback', 'this-machine'],
    ['local-then-cloud', 'this-machine'],
  ] as const)('names the cloud on the route %s, and without it %s', (route, orElse) => {
    const { engine } = settingsSchema.parse({ engine: { route } });
    const { cloud } = noticeOf({ ...settings, engine });
    expect(cloud).toMatchObject({ name: { zh: '阿里云实人认证' }, orElse });
  });

  it('has another hash whenever it says something else', () => {
    const notice = noticeOf(settings);
    const cloud = { name: { en: 'X', zh: 'X' }, orElse: 'staff' } as const;
    const notices: readonly SiteNotice[] = [
      notice,
      { ...notice, organisation: 'D' },
      { ...notice, purpose: 'D' },
      { ...notice, contact: 'D' },
      { ...notice, retentionDays: 8 },
      { ...notice, cloud },
      { ...notice, cloud: { ...cloud, orElse: 'this-machine' } },
    ];
    const hashes = notices.map(noticeHash);
    expect(new Set(hashes).size).toBe(7);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(noticeHash({ ...notice })).toBe(hashes[0]);
  });
});
