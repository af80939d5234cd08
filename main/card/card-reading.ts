import type { CardWarning } from './card-warning.ts';
import type { FingerprintHeader } from './fingerprint.ts';
import type { IdCard } from './id-card.ts';
import type { ManagementNumber } from './management-number.ts';
import { maskCard, maskPlace } from './mask.ts';
import type { ReaderError } from './reader-error.ts';

/** How long the stages of one reading took, in ms. */
export interface ReadingTimings {
  /** Finding and selecting, of the attempt that succeeded. */
  readonly select: number;
  /** The base info: text and photo. */
  readonly baseInfo: number;
  /** Management number and additional addresses. */
  readonly extras: number;
  /** All attempts together. */
  readonly total: number;
}

/** What was read from one card. */
export interface CardReadingParts {
  readonly card: IdCard;
  /** The text block as read: 256 bytes. */
  readonly text: Uint8Array;
  /** The photo block as read, usually 1024 bytes; what is in it is for the photo room to say. */
  readonly photo: Uint8Array;
  /** `reader.wrong-photo-size` when the photo does not have 1024 bytes. The text is good all the same. */
  readonly photoProblem: ReaderError | null;
  /** Headers of the fingerprint records; `null` unless they were asked for. */
  readonly fingerprints: readonly FingerprintHeader[] | null;
  /** `null` unless it was asked for and the reader has it. */
  readonly managementNumber: ManagementNumber | null;
  /** Empty when the card has none, or they were not asked for. */
  readonly additionalAddresses: readonly string[];
  readonly warnings: readonly CardWarning[];
  readonly timings: ReadingTimings;
}

/** A reading as logs and `--json` get it: masked, without bytes. */
export interface MaskedReading {
  readonly card: IdCard;
  readonly photoBytes: number;
  readonly photoProblem: string | null;
  readonly additionalAddresses: readonly string[];
  readonly warnings: readonly CardWarning[];
  readonly timings: ReadingTimings;
}

/**
 * One card, read. Whoever has the object sees everything; whoever only prints it, to a log, a console
 * or JSON, gets it masked, so that forgetting to mask leaks nothing.
 */
export class CardReading implements CardReadingParts {
  readonly card: IdCard;
  readonly text: Uint8Array;
  readonly photo: Uint8Array;
  readonly photoProblem: ReaderError | null;
  readonly fingerprints: readonly FingerprintHeader[] | null;
  readonly managementNumber: ManagementNumber | null;
  readonly additionalAddresses: readonly string[];
  readonly warnings: readonly CardWarning[];
  readonly timings: ReadingTimings;

  constructor(parts: CardReadingParts) {
    this.card = parts.card;
    this.text = parts.text;
    this.photo = parts.photo;
    this.photoProblem = parts.photoProblem;
    this.fingerprints = parts.fingerprints;
    this.managementNumber = parts.managementNumber;
    this.additionalAddresses = parts.additionalAddresses;
    this.warnings = parts.warnings;
    this.timings = parts.timings;
  }

  /** Overwrites text and photo. Call when done with the guest; the strings of `card` go with the object. */
  wipe(): void {
    this.text.fill(0);
    this.photo.fill(0);
  }

  /** The masked form. */
  toJSON(): MaskedReading {
    return {
      card: maskCard(this.card),
      photoBytes: this.photo.length,
      photoProblem: this.photoProblem?.code ?? null,
      additionalAddresses: this.additionalAddresses.map(maskPlace),
      warnings: this.warnings,
      timings: this.timings,
    };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): MaskedReading {
    return this.toJSON();
  }
}
