import { runProgram } from '../../../main/cli/program.ts';

/** What a command line printed and ended with. */
export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. */
export const runWitness = async (...args: readonly string[]): Promise<Run> => {
  let out = '';
  let err = '';
  const streams = {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
  };
  const { signal } = new AbortController();
  const exitCode = await runProgram(args, { streams, signal, version: '0.0.0' });
  return { exitCode, out, err };
};

/** The error a command printed with `--json`. */
export const errorOf = (run: Run): { code: string; message: string; messageZh: string } =>
  (JSON.parse(run.out) as { error: { code: string; message: string; messageZh: string } }).error;
