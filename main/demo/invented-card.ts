import { localDate } from '../card/consistency.ts';
import { checkCharacterOf } from '../card/id-number.ts';
import type { CardDescription } from '../../native-bridge/reader-emulator/card-description.ts';
import { sampleCards } from '../../native-bridge/reader-emulator/sample-cards.ts';

/** What a scene asks of its card. */
export interface CardTraits {
  /** An adult is 35, a child 10. */
  readonly holder: 'adult' | 'child';
  /** An expired card expired a month ago. */
  readonly validity: 'valid' | 'expired';
}

type ResidentCard = Extract<CardDescription, { readonly kind: 'resident' }>;

/** Region 000000 is never given out, so no invented number is anybody's. */
const region = '000000';

/** Of the 1000 sequences of a day the even ones are women's (GB 11643), as those in the pictures are. */
const sequences = 500;

/**
 * Invents a resident card that is in order but for what the scene asks for. Dates count from today, so
 * that a scene never goes stale; terms are those the law gives (证件有效期: 5 years under 16, 10 from 16 to
 * 25, 20 from 26 to 45).
 *
 * @param serial - running number from 0; cards with different ones differ in name and number. After
 *   500 the numbers begin anew, the names do not.
 * @param now - its local date is today.
 */
export const inventCard = (
  { holder, validity }: CardTraits,
  serial: number,
  now: Date,
): ResidentCard => {
  const birth = monthsFrom(now, holder === 'adult' ? -35 * 12 : -10 * 12);
  const sequence = String((serial % sequences) * 2).padStart(3, '0');
  const digits = `${region}${birth}${sequence}`;
  const term = termOf(holder, validity);
  return {
    ...sampleCards.resident,
    name: `测试${serial + 1}号`,
    sex: 'female',
    birth,
    address: `测试省测试市测试区测试路 ${serial + 1} 号`,
    number: `${digits}${checkCharacterOf(digits)}`,
    validity: { from: monthsFrom(now, term.from), to: monthsFrom(now, term.to) },
    managementNumber: (serial + 1).toString(16).padStart(56, '0'),
  };
};

/** Months before and after today. */
const termOf = (
  holder: CardTraits['holder'],
  validity: CardTraits['validity'],
): { readonly from: number; readonly to: number } => {
  const years = holder === 'child' ? 5 : validity === 'expired' ? 10 : 20;
  const to = validity === 'expired' ? -1 : (years * 12) / 2;
  return { from: to - years * 12, to };
};

/** The first of the month so many months from now, YYYYMMDD: every month has a first. */
const monthsFrom = (now: Date, months: number): string =>
  localDate(new Date(now.getFullYear(), now.getMonth() + months, 1)).replaceAll('-', '');
