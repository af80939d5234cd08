import { encodeFrame } from '../../main/card/frame.ts';
import type { Reply } from '../../main/card/reply.ts';
import { statusCodes } from '../../main/card/status.ts';

/** A reply that is nothing but a status. */
export const statusReply = (sw3: number): Reply => ({
  sw1: 0,
  sw2: 0,
  sw3,
  payload: new Uint8Array(0),
});

/** A reply that says a command was carried out. */
export const success = (payload: Uint8Array = new Uint8Array(0)): Reply => ({
  ...statusReply(statusCodes.success),
  payload,
});

/** The bytes of a reply on the wire (reader protocol §1.2). */
export const encodeReply = ({ sw1, sw2, sw3, payload }: Reply): Uint8Array =>
  encodeFrame(Uint8Array.of(sw1, sw2, sw3, ...payload));
