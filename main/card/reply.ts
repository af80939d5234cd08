import type { Command } from './commands.ts';
import { shortestReply } from './frame-parser.ts';
import { statusGroup } from './status.ts';

/** One reply of the reader (reader protocol §1.2). */
export interface Reply {
  /** SW1 and SW2: what the card itself said. For diagnostics; they decide nothing. */
  readonly sw1: number;
  readonly sw2: number;
  /** SW3: what the reader says. The only status that counts. */
  readonly sw3: number;
  /** The data between SW3 and the checksum. */
  readonly payload: Uint8Array;
}

/** Takes a frame's body apart; `null` when it is too short for a reply. */
export const parseReply = (body: Uint8Array): Reply | null => {
  const [sw1, sw2, sw3] = body;
  if (sw1 === undefined || sw2 === undefined || sw3 === undefined) return null;
  return { sw1, sw2, sw3, payload: body.subarray(shortestReply - 1) };
};

/**
 * Whether a reply can be the answer to a command. Replies carry no number that ties them to their
 * request, so this goes by what the protocol gives: 9F answers only "find card", and data of another
 * size answers another command. A failure can be the answer to anything.
 */
export const canAnswer = (command: Command, { sw3, payload }: Reply): boolean => {
  if (sw3 === command.success) {
    return payload.length >= command.payload.from && payload.length <= command.payload.to;
  }
  return statusGroup(sw3) !== 'success';
};

/**
 * Whether a reply to "SAM id" proves that nothing older can follow: the id itself, which no other
 * command gives, or a refusal that concerns the module and not a card. A failed reading that comes in
 * late proves nothing.
 */
export const provesStep = (samId: Command, reply: Reply): boolean => {
  if (reply.sw3 === samId.success) return canAnswer(samId, reply);
  const group = statusGroup(reply.sw3);
  return group === 'reader-broken' || group === 'our-bug';
};
