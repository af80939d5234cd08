import { findCard, readAdditionalAddress, readManagementNumber, type Command } from './commands.ts';
import type { Link } from './link.ts';
import { errorOfStatus } from './reader-error.ts';
import type { Reply } from './reply.ts';
import { statusCatalogue, statusGroup } from './status.ts';

/** What a reader says to a command it will never carry out. */
const refusals: readonly number[] = [
  statusCatalogue['sam.unknown-command'].sw3,
  statusCatalogue['sam.not-permitted'].sw3,
];

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

  /** @throws ReaderError when the reader does not answer, or did not receive the command intact. */
  async isPresent(link: Link, signal?: AbortSignal): Promise<boolean> {
    for (;;) {
      const [way] = this.#ways;
      const command = way ?? findCard;
      const reply = await link.request(command, { signal });
      const group = statusGroup(reply.sw3);
      wipe(reply);
      if (group === 'line-fault') throw errorOfStatus(reply.sw3, command.name);
      if (way === undefined || !refusals.includes(reply.sw3)) {
        return group === 'success' || group === 'nothing-there';
      }
      this.#ways.shift();
    }
  }
}

const wipe = ({ payload }: Reply): void => {
  payload.fill(0);
};
