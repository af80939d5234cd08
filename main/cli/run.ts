import { toWitnessError } from '../errors/unexpected-error.ts';
import type { WitnessError } from '../errors/witness-error.ts';
import { exitCodes, type ExitCode, type Outcome } from './outcome.ts';

/** Where a command writes: results on `out`, everything else on `err`. */
export interface Streams {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/**
 * Runs a command and says what it came to: with `json` as one document on standard output, else as
 * text. An error is a document too, or a sentence in both languages on standard error.
 */
export const runAndReport = async (
  work: () => Promise<Outcome>,
  { json, streams }: { readonly json: boolean; readonly streams: Streams },
): Promise<ExitCode> => {
  try {
    const { exitCode, document, text } = await work();
    const said = json ? document && JSON.stringify(document, null, 2) : text;
    if (said !== undefined) streams.out.write(`${said}\n`);
    return exitCode;
  } catch (caught) {
    reportError(toWitnessError(caught), { json, streams });
    return exitCodes.error;
  }
};

/** Says an error, for people or for programs. */
export const reportError = (
  error: WitnessError,
  { json, streams }: { readonly json: boolean; readonly streams: Streams },
): void => {
  if (json) streams.out.write(`${JSON.stringify({ error: error.toJSON() }, null, 2)}\n`);
  else streams.err.write(`${error.sentence.en}\n${error.sentence.zh}\n(${error.code})\n`);
};
