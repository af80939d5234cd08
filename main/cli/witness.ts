#!/usr/bin/env node
import { toWitnessError } from '../errors/unexpected-error.ts';
import { productVersion } from '../settings/product-root.ts';
import { exitCodes } from './outcome.ts';
import { runProgram } from './program.ts';
import { reportError } from './run.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
});
process.once('SIGTERM', () => {
  interrupt.abort();
});

const streams = { out: process.stdout, err: process.stderr };
// A reader of our output that went away, as in `witness … | head`, is no failure of ours to explain.
process.stdout.on('error', () => {
  process.exit(exitCodes.error);
});
// What nobody caught must not end with 1, which means "fail".
process.on('uncaughtException', (caught) => {
  reportError(toWitnessError(caught), { json: false, streams });
  process.exit(exitCodes.error);
});

try {
  process.exitCode = await runProgram(process.argv.slice(2), {
    streams,
    signal: interrupt.signal,
    version: productVersion(),
  });
} catch (caught) {
  reportError(toWitnessError(caught), { json: process.argv.includes('--json'), streams });
  process.exitCode = exitCodes.error;
}
