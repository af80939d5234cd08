import type { CommandName } from '../../main/card/commands.ts';

/** What happens on an emulated reader. Never holds anything of a card. */
export type EmulatorEvent =
  | { readonly type: 'plugged-in' }
  | { readonly type: 'unplugged' }
  /** The wire failed by itself; the reader is unplugged from it. */
  | { readonly type: 'link-failed'; readonly error: Error }
  | { readonly type: 'card-placed' }
  | { readonly type: 'card-lifted' }
  /** Text and photo were read; the card is not found again until it is lifted. */
  | { readonly type: 'card-read' }
  | {
      readonly type: 'command';
      /** `undefined` for a request the reader does not understand. */
      readonly name: CommandName | undefined;
      /** SW3 of the reply as the reader meant it; `null` when it keeps silent. */
      readonly sw3: number | null;
      /** Whether a fault struck. */
      readonly faulty: boolean;
    };

/** What an emulated reader has counted since it was made. */
export interface EmulatorCounters {
  /** Requests and damaged frames taken. */
  readonly commands: number;
  /** Times text and photo were read. */
  readonly reads: number;
  /** Requests with a wrong checksum. */
  readonly badChecksums: number;
  /** Requests with an impossible or unfulfilled length. */
  readonly badLengths: number;
  /** Commands struck by a fault. */
  readonly faults: number;
  /** Bytes that came at another speed, on the present wire. */
  readonly deafBytes: number;
}
