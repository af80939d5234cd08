import { launchWithNode, type LaunchProcess } from '../process/launcher.ts';
import { recogniseChipBlock } from './chip-block.ts';
import { CommandDecoder } from './command-decoder.ts';
import type { DecoderCheck } from './decoder-check.ts';
import type { DecoderSettings } from './decoder-settings.ts';
import { LibraryDecoder } from './library-decoder.ts';
import { PhotoError } from './photo-error.ts';
import type { WltDecoder } from './wlt-decoder.ts';

/** The photo of a card as a picture file. */
export interface ChipPhoto {
  readonly format: 'bmp' | 'webp';
  /** An encoded file of 102 × 126 pixels. */
  readonly image: Uint8Array;
  /** The decoder that made it; undefined if the card carried the file itself. */
  readonly decodedBy: string | undefined;
}

/** Makes pictures of the 1,024 bytes a card carries as its photo. */
export class ChipPhotoDecoder {
  readonly #settings: DecoderSettings;
  readonly #decoder: WltDecoder | undefined;
  /** Closed decoders are not re-entrant (reader protocol §4.3): each photo waits for the last. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param settings - which decoder to use for WLT; WebP needs none.
   * @param launch - starts the library's process; the Electron host passes its own.
   */
  constructor(settings: DecoderSettings, launch: LaunchProcess = launchWithNode) {
    this.#settings = settings;
    this.#decoder = createDecoder(settings, launch);
  }

  /**
   * Whether the reader's port must be closed while this photo is decoded, because the decoder opens
   * it itself (WltRS).
   */
  needsReader(raw: Uint8Array): boolean {
    if (this.#settings.kind === 'none' || !this.#settings.needsReader) return false;
    try {
      return recogniseChipBlock(raw).kind === 'wlt';
    } catch (caught) {
      if (caught instanceof PhotoError) return false;
      throw caught;
    }
  }

  /**
   * Makes a picture of a card's photo block.
   *
   * @param raw - the block; only read, and still the caller's when decoding fails. So is the card's
   *   text: a missing picture is not a failed read.
   * @returns WebP as it is on the card without its padding; WLT as a 24-bit BMP of 38,862 bytes.
   * @throws PhotoError: the block holds no photo (`photo.empty`, `photo.wrong-length`, …), there is
   *   no decoder (`photo.no-decoder`), or the decoder refused, crashed, hung or produced no photo.
   */
  async decode(raw: Uint8Array): Promise<ChipPhoto> {
    const block = recogniseChipBlock(raw);
    if (block.kind === 'webp') {
      return { format: 'webp', image: block.webp, decodedBy: undefined };
    }
    const decoder = this.#decoder;
    if (decoder === undefined) throw new PhotoError('photo.no-decoder');
    const image = await this.#inTurn(() => decoder.decode(block.wlt));
    return { format: 'bmp', image, decodedBy: decoder.name };
  }

  /** Tries the decoder on a made-up photo, for `witness doctor`. Never rejects for its faults. */
  async check(): Promise<DecoderCheck> {
    const decoder = this.#decoder;
    if (decoder === undefined) {
      return { kind: 'none', verdict: 'not-set-up', problem: new PhotoError('photo.no-decoder') };
    }
    return this.#inTurn(() => decoder.check());
  }

  /** Ends the decoder's process; running and later calls fail with `photo.decoder-closed`. */
  dispose(): void {
    this.#decoder?.dispose();
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    // The failure of one photo is its caller's; the next photo only waits for the end of it.
    const ended = (): void => undefined;
    this.#turn = result.then(ended, ended);
    return result;
  }
}

const createDecoder = (
  settings: DecoderSettings,
  launch: LaunchProcess,
): WltDecoder | undefined => {
  switch (settings.kind) {
    case 'none':
      return undefined;
    case 'library':
      return new LibraryDecoder(settings, launch);
    case 'command':
      return new CommandDecoder(settings);
  }
};
