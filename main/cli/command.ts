import type { Command } from 'commander';
import type { Outcome } from './outcome.ts';
import { runAndReport, type Streams } from './run.ts';

/** What every command is given by the program. */
export interface CommandHost {
  readonly streams: Streams;
  /** Ended by Ctrl-C: commands that wait close what they opened and return. */
  readonly signal: AbortSignal;
  /** Called once with the command's exit code. */
  readonly exit: (code: number) => void;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, host: CommandHost) => void;

/** Runs a command's work as an action of commander. */
export const act = async (
  host: CommandHost,
  json: boolean,
  work: () => Promise<Outcome>,
): Promise<void> => {
  host.exit(await runAndReport(work, { json, streams: host.streams }));
};
