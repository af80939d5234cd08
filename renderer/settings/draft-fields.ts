import type { CallError } from '../state/followed.ts';
import type { DraftPart } from './settings-draft.ts';
import type { SectionName } from './sections.ts';

/** Fields something can be wrong with, named as the settings name them: field → where it is edited. */
export const fieldSections = {
  'reader.port': 'reader',
  'reader.baudRate': 'reader',
  'reader.maxRfBytes': 'reader',
  'camera.deviceId': 'camera',
  'decoder.command': 'decoder',
  'decoder.args': 'decoder',
  'decoder.path': 'decoder',
  'decoder.shape': 'decoder',
  'decoder.symbol': 'decoder',
  'decoder.orientation': 'decoder',
  'decoder.channelOrder': 'decoder',
  'decoder.timeout': 'decoder',
  'engine.cloud.endpoint': 'engine',
  'engine.cloud.timeout': 'engine',
  'engine.cloud.proxy': 'engine',
  'engine.cloud.caFile': 'engine',
  'engine.cloud.tencent.endpoint': 'engine',
  'engine.cloud.tencent.appId': 'engine',
  'engine.cloud.tencent.siteTable.origin': 'engine',
  'engine.cloud.tencent.siteTable.points': 'engine',
  'compare.threads': 'engine',
  'compare.far': 'verdict',
  'compare.attempts': 'verdict',
  'compare.population': 'verdict',
  'records.retentionDays': 'records',
  'site.organisation': 'site',
  'site.purpose': 'site',
  'site.contact': 'site',
  'site.operators': 'site',
  'gateway.host': 'gateway',
  'gateway.port': 'gateway',
  'gateway.metricsPort': 'gateway',
  'gateway.tls.cert': 'gateway',
  'gateway.tls.key': 'gateway',
  'gateway.rate.requests': 'gateway',
  'gateway.rate.seconds': 'gateway',
  'screen.holdSeconds': 'screen',
  'updates.feed': 'updates',
  'updates.publicKey': 'updates',
} as const satisfies Readonly<Record<`${DraftPart}.${string}`, SectionName>>;

export type DraftField = keyof typeof fieldSections;

export const draftFields = Object.keys(fieldSections) as readonly DraftField[];

/** The part of the draft a field belongs to. */
export const partOf = (field: DraftField): DraftPart => field.split('.', 1)[0] as DraftPart;

/** Errors whose code says which field was meant. */
const fieldsByCode: Readonly<Record<string, DraftField>> = {
  'verdict.far-unreadable': 'compare.far',
  'verdict.far-not-offered': 'compare.far',
  'verdict.far-not-measured': 'compare.attempts',
  'verdict.attempts-invalid': 'compare.attempts',
};

/** Which field a refusal is about, where it says so: by a path such as `settings.reader.port`. */
export const refusedField = ({ code, data }: CallError): DraftField | undefined => {
  if (fieldsByCode[code] !== undefined) return fieldsByCode[code];
  if (code.startsWith('calibration.')) return 'compare.population';
  const { where } = data;
  if (typeof where !== 'string') return undefined;
  const path = where.replace(/^settings\./, '');
  return draftFields.find((field) => path === field || path.startsWith(`${field}.`));
};
