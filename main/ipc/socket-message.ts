import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import type { CallOutcome } from './bridge.ts';

/*
 * The contract over a web socket, as MessagePack: like JSON, but images stay bytes. Each message of the
 * page is a call; each of the station is the answer to one, or an event.
 */

const callMessage = z.strictObject({
  id: z.int().min(0),
  channel: z.string().max(64),
  /** Checked by the contract, once the channel is known. */
  request: z.unknown().optional(),
});

/** A call, as the page sends it. */
export type CallMessage = z.output<typeof callMessage>;

/** What the station sends. */
export type StationMessage =
  | { readonly id: number; readonly outcome: CallOutcome }
  | { readonly channel: string; readonly payload: unknown };

/** Encodes one message. What is `undefined` is left out, and is `undefined` again at the other end. */
export const encodeMessage = (message: CallMessage | StationMessage): Uint8Array<ArrayBuffer> =>
  encode(message, { ignoreUndefined: true });

/** Reads a page's message; undefined for anything that is none. */
export const decodeCall = (bytes: Uint8Array): CallMessage | undefined => {
  try {
    return callMessage.safeParse(decode(bytes)).data;
  } catch {
    // Not MessagePack: nothing a page of ours would send.
    return undefined;
  }
};

/**
 * Reads the station's message. It is not checked again: the station sends only what went through the
 * contract, and the page has it from nobody else.
 */
export const decodeStationMessage = (bytes: Uint8Array): StationMessage =>
  decode(bytes) as StationMessage;
