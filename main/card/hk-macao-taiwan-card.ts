import { parseCardDate, parseValidity, type CardDate, type Validity } from './card-date.ts';
import { fieldAt } from './card-text.ts';
import { parseSex, type SexField } from './sex.ts';

/** 港澳台居民居住证: the residence permit for Hong Kong, Macao and Taiwan. Type flag: J (reader protocol §2.5). */
export interface HkMacaoTaiwanCard {
  readonly kind: 'hk-macao-taiwan';
  readonly name: string;
  readonly sex: SexField;
  readonly birth: CardDate;
  readonly address: string;
  /** 18 characters, beginning with 81 (Hong Kong), 82 (Macao) or 83 (Taiwan). */
  readonly number: string;
  readonly issuer: string;
  readonly validity: Validity;
  /** 通行证号码. */
  readonly travelPermitNumber: string;
  /** 签发次数: `01` for the first. */
  readonly timesIssued: string;
}

/** Reads the J layout (§2.5). It has no ethnic group: those four bytes are reserved. */
export const parseHkMacaoTaiwanCard = (text: Uint8Array): HkMacaoTaiwanCard => ({
  kind: 'hk-macao-taiwan',
  name: fieldAt(text, 0, 30),
  sex: parseSex(fieldAt(text, 30, 2)),
  birth: parseCardDate(fieldAt(text, 36, 16)),
  address: fieldAt(text, 52, 70),
  number: fieldAt(text, 122, 36),
  issuer: fieldAt(text, 158, 30),
  validity: parseValidity(fieldAt(text, 188, 16), fieldAt(text, 204, 16)),
  travelPermitNumber: fieldAt(text, 220, 18),
  timesIssued: fieldAt(text, 238, 4),
});
