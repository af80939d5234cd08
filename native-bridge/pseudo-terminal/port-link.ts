import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { PseudoTerminalError } from './pseudo-terminal-error.ts';

/**
 * Gives a port a name that stays the same when it is unplugged and plugged in again, as
 * `/dev/serial/by-id` does for real ones: the system numbers pseudo-terminals as it likes.
 *
 * @returns the way to take the name away.
 * @throws PseudoTerminalError `pseudo-terminal.link-taken` when something else has the name,
 *   `pseudo-terminal.link-failed` when the link cannot be made.
 */
export const linkPort = (link: string, path: string): (() => void) => {
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there !== undefined && !there.isSymbolicLink()) {
    throw new PseudoTerminalError('pseudo-terminal.link-taken', { link });
  }
  try {
    if (there !== undefined) unlinkSync(link);
    symlinkSync(path, link);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new PseudoTerminalError('pseudo-terminal.link-failed', { link, reason }, { cause });
  }
  return () => {
    // Another port may have taken the name since.
    if (readlinkOrNothing(link) === path) unlinkSync(link);
  };
};

const readlinkOrNothing = (link: string): string | undefined =>
  lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(link) : undefined;
