import { lstatSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { PseudoTerminalError } from './pseudo-terminal-error.ts';

/**
 * Gives a port a name that stays the same when it is unplugged and plugged in again, as
 * `/dev/serial/by-id` does for real ones: the system numbers pseudo-terminals as it likes.
 *
 * @returns the way to take the name away.
 * @throws PseudoTerminalError `pseudo-terminal.link-taken` when something else has the name.
 */
export const linkPort = (link: string, path: string): (() => void) => {
  const there = lstatSync(link, { throwIfNoEntry: false });
  if (there !== undefined && !there.isSymbolicLink()) {
    throw new PseudoTerminalError('pseudo-terminal.link-taken', { link });
  }
  if (there !== undefined) unlinkSync(link);
  symlinkSync(path, link);
  return () => {
    // Another port may have taken the name since.
    if (readlinkOrNothing(link) === path) unlinkSync(link);
  };
};

const readlinkOrNothing = (link: string): string | undefined =>
  lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(link) : undefined;
