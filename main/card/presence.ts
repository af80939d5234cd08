import { findCard, readAdditionalAddress, readManagementNumber, type Command } from './commands.ts';
import type { Link } from './link.ts';
import type { Reply } from './reply.ts';
import { statusGroup } from './status.ts';

/**
 * Tells whether a card that was read still lies on the reader (reader protocol §3.2).
 *
 * "Find card" cannot: after a reading it says "not found" until the card was lifted. The card still
 * answers small reads, so the probe is one of those. A reader that does not know the command says
 * so, and the next one is used from then on. Only when it knows none of them is "find card" left,
 * which on most readers reports the card as lifted at once; no card is read twice by that.
 */
export class PresenceProbe {
  readonly #ways: Command[] = [readManagementNumber, readAdditionalAddress];

  /** @throws ReaderError when the reader does not answer. */
  async isPresent(link: Link, signal?: AbortSignal): Promise<boolean> {
    for (;;) {
      const [way] = this.#ways;
      const reply = await link.request(way ?? findCard, { signal });
      const group = statusGroup(reply.sw3);
      wipe(reply);
      if (way === undefined || group !== 'our-bug') {
        return group === 'success' || group === 'nothing-there';
      }
      this.#ways.shift();
    }
  }
}

const wipe = ({ payload }: Reply): void => {
  payload.fill(0);
};
