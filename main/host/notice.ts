import { createHash } from 'node:crypto';
import { comparesWithoutCloud } from '../compare/routing.ts';
import type { Settings } from '../settings/settings.ts';
import type { Sentence } from '../errors/witness-error.ts';

/** What this site's notice says, besides the fixed words every site has. */
export interface SiteNotice {
  readonly organisation: string;
  readonly purpose: string;
  readonly contact: string;
  readonly retentionDays: number;
  /** The cloud that gets the photographs of guests who agree to it, and who compares for the others. */
  readonly cloud?: { readonly name: Sentence; readonly orElse: 'this-machine' | 'staff' };
}

/** Counts the wordings of the fixed part: change it with them (`renderer/text/guest.*`). */
const wording = 2;

const cloudNames = {
  cloudauth: { en: 'Alibaba Cloud CloudAuth', zh: '阿里云实人认证' },
  tencent: { en: 'Tencent Cloud face comparison', zh: '腾讯云人脸比对' },
} as const satisfies Record<Settings['engine']['cloud']['provider'], Sentence>;

export const noticeOf = ({ site, records, engine }: Settings): SiteNotice => ({
  organisation: site.organisation,
  purpose: site.purpose,
  contact: site.contact,
  retentionDays: records.retentionDays,
  ...(engine.route !== 'local' && {
    cloud: {
      name: cloudNames[engine.cloud.provider],
      orElse: comparesWithoutCloud(engine.route) ? 'this-machine' : 'staff',
    },
  }),
});

/** Tells which notice somebody agreed to: 16 hexadecimal digits of its SHA-256. */
export const noticeHash = (notice: SiteNotice): string =>
  createHash('sha256').update(JSON.stringify({ wording, notice })).digest('hex').slice(0, 16);
