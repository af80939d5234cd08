import { decode } from '@msgpack/msgpack';
import { z } from 'zod';
import type { CallMessage } from './socket-message.ts';

/** Apart from the page's half of the messages: a page checks nothing, and need not load what checks. */
const callMessage: z.ZodType<CallMessage> = z.strictObject({
  id: z.int().min(0),
  channel: z.string().max(64),
  /** Checked by the contract, once the channel is known. */
  request: z.unknown().optional(),
});

/** Reads a page's message; undefined for anything that is none. */
export const decodeCall = (bytes: Uint8Array): CallMessage | undefined => {
  try {
    return callMessage.safeParse(decode(bytes)).data;
  } catch {
    // Not MessagePack: nothing a page of ours would send.
    return undefined;
  }
};
