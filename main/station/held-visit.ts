import type { CardReading } from '../card/card-reading.ts';
import type { ChipPhoto } from '../photo/chip-photo-decoder.ts';
import type { CounterRules } from './counter-rules.ts';
import type { VisitRecord } from './visit-record.ts';

/** Pictures of the present guest, for the clerk to compare by eye. */
export interface VisitPictures {
  /** An encoded picture (BMP or WebP). */
  readonly chip?: Uint8Array;
  /** The frame of the best attempt, as it came. */
  readonly frame?: Uint8Array;
}

export interface HeldVisitParts {
  readonly visit: number;
  /** What the ledger of attempts calls the card. */
  readonly mark: string;
  readonly rules: CounterRules;
  readonly record: VisitRecord;
  readonly reading: CardReading;
  readonly decode: (raw: Uint8Array) => Promise<ChipPhoto>;
}

/**
 * What is held of a guest besides the counter's state: the bytes of card and pictures. They are
 * overwritten when the guest is forgotten, those that come late at once.
 */
export class HeldVisit {
  readonly visit: number;
  readonly mark: string;
  readonly record: VisitRecord;
  readonly #reading: CardReading;
  readonly #decode: (raw: Uint8Array) => Promise<ChipPhoto>;
  #chipPhoto: Promise<ChipPhoto> | undefined;
  #hasFailed = false;
  #chip: Uint8Array | undefined;
  #frame: Uint8Array | undefined;
  #isForgotten = false;
  #rules: CounterRules;

  constructor({ visit, mark, rules, record, reading, decode }: HeldVisitParts) {
    this.visit = visit;
    this.mark = mark;
    this.#rules = rules;
    this.record = record;
    this.#reading = reading;
    this.#decode = decode;
  }

  /** What the present check of this visit is held to. */
  get rules(): CounterRules {
    return this.#rules;
  }

  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  /** Whether the chip photo was asked for. */
  get hasAskedForChip(): boolean {
    return this.#chipPhoto !== undefined;
  }

  /** Views, not copies: they are blank once the guest is forgotten. */
  get pictures(): VisitPictures {
    return { ...(this.#chip && { chip: this.#chip }), ...(this.#frame && { frame: this.#frame }) };
  }

  /**
   * The chip photo, decoded once.
   *
   * @throws PhotoError, ReaderError as decoder and port have it.
   */
  chipPhoto(): Promise<ChipPhoto> {
    this.#chipPhoto ??= this.#decodeChip();
    return this.#chipPhoto;
  }

  /** Keeps a frame in place of the one before. */
  keepFrame(frame: Uint8Array): void {
    this.#frame?.fill(0);
    this.#frame = frame;
    if (this.#isForgotten) frame.fill(0);
  }

  /**
   * Another check begins: with rules and a frame of its own, and another try at a chip photo that
   * failed.
   */
  startAgain(rules: CounterRules): void {
    this.#rules = rules;
    if (this.#hasFailed) this.#chipPhoto = undefined;
    this.#hasFailed = false;
    this.#frame?.fill(0);
    this.#frame = undefined;
  }

  /** Overwrites everything. */
  forget(): void {
    this.#isForgotten = true;
    this.#reading.wipe();
    this.#chip?.fill(0);
    this.#frame?.fill(0);
  }

  async #decodeChip(): Promise<ChipPhoto> {
    try {
      const photo = await this.#decode(this.#reading.photo);
      this.#chip = photo.image;
      if (this.#isForgotten) photo.image.fill(0);
      return photo;
    } catch (caught) {
      this.#hasFailed = true;
      throw caught;
    }
  }
}
