import { parseCardDate, parseValidity, type CardDate, type Validity } from './card-date.ts';
import { fieldAt } from './card-text.ts';
import { parseEthnicGroup, type EthnicGroup } from './ethnic-group.ts';
import { parseSex, type SexField } from './sex.ts';

/** 居民身份证: the ID card of a citizen. Type flag: a space (reader protocol §2.4). */
export interface ResidentCard {
  readonly kind: 'resident';
  readonly name: string;
  readonly sex: SexField;
  readonly ethnicGroup: EthnicGroup;
  readonly birth: CardDate;
  readonly address: string;
  readonly number: string;
  readonly issuer: string;
  readonly validity: Validity;
}

/** Reads the resident layout (§2.4). */
export const parseResidentCard = (text: Uint8Array): ResidentCard => ({
  kind: 'resident',
  name: fieldAt(text, 0, 30),
  sex: parseSex(fieldAt(text, 30, 2)),
  ethnicGroup: parseEthnicGroup(fieldAt(text, 32, 4)),
  birth: parseCardDate(fieldAt(text, 36, 16)),
  address: fieldAt(text, 52, 70),
  number: fieldAt(text, 122, 36),
  issuer: fieldAt(text, 158, 30),
  validity: parseValidity(fieldAt(text, 188, 16), fieldAt(text, 204, 16)),
});
