import { z } from 'zod';
import { EmulatorError } from './emulator-error.ts';

/** Text of at most so many UTF-16 code units: the width of the field on the card. */
const field = (characters: number): z.ZodString => z.string().max(characters);
const optionalField = (characters: number): z.ZodDefault<z.ZodString> =>
  field(characters).default('');

/** A meaning of GB/T 2261.1, or the character itself to test one that has none. */
const sex = z.union([z.enum(['unknown', 'male', 'female', 'unspecified']), z.string().length(1)]);
/** YYYYMMDD, or anything else of that width; the second date of a validity may be 长期. */
const date = field(8);
const validity = z.strictObject({ from: date, to: date });

/** What a card carries besides its text and photo, whatever its layout. */
const beyondTheText = {
  /** Additional addresses (追加住址): up to four. */
  additionalAddresses: z.array(field(35)).max(4).default([]),
  /** Synthetic fingerprint records; never real ones. */
  fingerprints: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
  /** 28 bytes as hexadecimal digits. */
  managementNumber: z
    .string()
    .regex(/^[0-9a-f]{56}$/i, 'expected 56 hexadecimal digits')
    .optional(),
};

const resident = z.strictObject({
  kind: z.literal('resident'),
  name: field(15),
  sex,
  /** Two digits, such as 01. */
  ethnicGroup: field(2),
  birth: date,
  address: field(35),
  number: field(18),
  issuer: field(15),
  validity,
  ...beyondTheText,
});

const hkMacaoTaiwan = z.strictObject({
  kind: z.literal('hk-macao-taiwan'),
  name: field(15),
  sex,
  birth: date,
  address: field(35),
  number: field(18),
  issuer: field(15),
  validity,
  travelPermitNumber: field(9),
  timesIssued: field(2).default('01'),
  ...beyondTheText,
});

const foreigner2017 = z.strictObject({
  kind: z.literal('foreigner-2017'),
  englishName: field(60),
  chineseName: optionalField(15),
  sex,
  number: field(15),
  nationality: field(3),
  birth: date,
  validity,
  cardVersion: field(2).default('01'),
  acceptingAuthority: optionalField(4),
  ...beyondTheText,
});

const foreigner2023 = z.strictObject({
  kind: z.literal('foreigner-2023'),
  chineseName: optionalField(15),
  englishName: field(46),
  sex,
  number: field(18),
  nationality: field(3),
  birth: date,
  validity,
  timesRenewed: field(2).default('00'),
  previousNumberLink: optionalField(3),
  ...beyondTheText,
});

/** A card with a type flag that no layout has. */
const unknown = z.strictObject({
  kind: z.literal('unknown'),
  flag: z.string().length(1),
  text: optionalField(124),
  ...beyondTheText,
});

const cardDescription = z.discriminatedUnion('kind', [
  resident,
  hkMacaoTaiwan,
  foreigner2017,
  foreigner2023,
  unknown,
]);

/** A card file after its defaults were filled in: the fields of main/card's `IdCard`, as plain text. */
export type CardDescription = z.output<typeof cardDescription>;

/**
 * Checks a card file (parsed JSON).
 *
 * @throws EmulatorError `emulator.bad-card`, which names the field and never repeats its value.
 */
export const parseCardDescription = (file: unknown): CardDescription => {
  const result = cardDescription.safeParse(file);
  if (result.success) return result.data;
  const reason = result.error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
  throw new EmulatorError('emulator.bad-card', { reason });
};
