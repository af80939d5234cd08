import { decode, encode } from '@msgpack/msgpack';
import type { CallOutcome } from './bridge.ts';

/*
 * The contract over a web socket, as MessagePack: like JSON, but images stay bytes. Each message of the
 * page is a call; each of the station is the answer to one, or an event.
 */

/** A call, as the page sends it. */
export interface CallMessage {
  readonly id: number;
  readonly channel: string;
  readonly request?: unknown;
}

/** What the station sends. */
export type StationMessage =
  | { readonly id: number; readonly outcome: CallOutcome }
  | { readonly channel: string; readonly payload: unknown };

/** Encodes one message. What is `undefined` is left out, and is `undefined` again at the other end. */
export const encodeMessage = (message: CallMessage | StationMessage): Uint8Array<ArrayBuffer> =>
  encode(message, { ignoreUndefined: true });

/**
 * Reads the station's message. It is not checked again: the station sends only what went through the
 * contract, and the page has it from nobody else.
 */
export const decodeStationMessage = (bytes: Uint8Array): StationMessage =>
  decode(bytes) as StationMessage;
