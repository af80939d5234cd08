import { parseAdditionalAddresses } from './additional-address.ts';
import { photoSize, splitBaseInfo } from './base-info.ts';
import { CardReading } from './card-reading.ts';
import type { CardWarning } from './card-warning.ts';
import {
  readAdditionalAddress,
  readBaseInfo,
  readBaseInfoAndFingerprints,
  readManagementNumber,
} from './commands.ts';
import { checkCard } from './consistency.ts';
import { parseFingerprintHeaders } from './fingerprint.ts';
import { parseIdCard } from './id-card.ts';
import type { Link } from './link.ts';
import { parseManagementNumber, type ManagementNumber } from './management-number.ts';
import { errorOfStatus, isReaderError, isStopped, ReaderError } from './reader-error.ts';
import { statusGroup } from './status.ts';

/** What to read besides text and photo. */
export interface ReadingOptions {
  /** Headers of the fingerprint records. Biometric data: read only when asked for. Default false. */
  readonly fingerprints?: boolean;
  /** The card management number. Default false. */
  readonly managementNumber?: boolean;
  /** The additional addresses. Default true; most cards have none. */
  readonly additionalAddresses?: boolean;
}

/** When a reading is made. */
export interface ReadingMoment {
  /** When the attempts began, by `performance.now()`. */
  readonly began: number;
  /** How long finding and selecting took, in ms. */
  readonly select: number;
  /** The local date, ISO 8601. */
  readonly today: string;
}

/**
 * Reads the card that was just selected: management number (it comes first, reader protocol §1.6),
 * text and photo, additional addresses.
 *
 * @throws ReaderError for text and photo that cannot be had. An additional address that fails after
 * them is a warning: the reading is good.
 */
export const readSelected = async (
  link: Link,
  options: ReadingOptions,
  moment: ReadingMoment,
  signal?: AbortSignal,
): Promise<CardReading> => {
  const started = performance.now();
  const managementNumber = options.managementNumber ? await managementNumberOf(link, signal) : null;
  const beforeBase = performance.now();
  const command = options.fingerprints ? readBaseInfoAndFingerprints : readBaseInfo;
  const payload = await link.execute(command, { signal });
  const { text, photo, fingerprints, card } = takeApart(payload, options);
  const afterBase = performance.now();
  const addresses = options.additionalAddresses === false ? [] : await addressesOf(link, signal);
  const warnings: CardWarning[] = checkCard(card, moment.today);
  if (addresses === null) warnings.push('additional-address-unread');
  const ended = performance.now();
  return new CardReading({
    card,
    text,
    photo,
    photoProblem: photoProblemOf(photo),
    fingerprints,
    managementNumber,
    additionalAddresses: addresses ?? [],
    warnings,
    timings: {
      select: moment.select,
      baseInfo: afterBase - beforeBase,
      extras: beforeBase - started + (ended - afterBase),
      total: ended - moment.began,
    },
  });
};

type BaseParts = Pick<CardReading, 'card' | 'text' | 'photo' | 'fingerprints'>;

/** Copies what is wanted out of a payload, and leaves nothing behind: also when it makes no sense. */
const takeApart = (payload: Uint8Array, options: ReadingOptions): BaseParts => {
  try {
    const base = splitBaseInfo(payload);
    const card = parseIdCard(base.text);
    const fingerprints = options.fingerprints ? parseFingerprintHeaders(base.fingerprints) : null;
    return { card, text: base.text.slice(), photo: base.photo.slice(), fingerprints };
  } finally {
    payload.fill(0);
  }
};

const photoProblemOf = (photo: Uint8Array): ReaderError | null =>
  photo.length === photoSize
    ? null
    : new ReaderError('reader.wrong-photo-size', { bytes: photo.length, expected: photoSize });

const managementNumberOf = async (
  link: Link,
  signal: AbortSignal | undefined,
): Promise<ManagementNumber | null> => {
  const { sw3, payload } = await link.request(readManagementNumber, { signal });
  if (sw3 === readManagementNumber.success) return parseManagementNumber(payload);
  if (isNotOffered(sw3)) return null;
  throw errorOfStatus(sw3, readManagementNumber.name);
};

/** The card has none, or the reader does not know the command: not worth losing the reading. */
const isNotOffered = (sw3: number): boolean => {
  const group = statusGroup(sw3);
  return group === 'nothing-there' || group === 'our-bug';
};

/** `null` when they could not be read: by then the card may have been lifted. */
const addressesOf = async (
  link: Link,
  signal: AbortSignal | undefined,
): Promise<string[] | null> => {
  try {
    const { sw3, payload } = await link.request(readAdditionalAddress, { signal });
    if (sw3 === readAdditionalAddress.success) return parseAdditionalAddresses(payload);
    return isNotOffered(sw3) ? [] : null;
  } catch (error) {
    if (!isReaderError(error) || isStopped(error) || signal?.aborted) throw error;
    return null;
  }
};
