/** What a shell learns: 0 pass or ok, 1 fail, 3 review, 2 error. */
export const exitCodes = { ok: 0, fail: 1, error: 2, review: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/**
 * What a command came to: `document` for `--json`, `text` for a person; neither where it has said
 * everything already.
 */
export interface Outcome {
  readonly exitCode: ExitCode;
  readonly document?: object;
  readonly text?: string;
}

/** The exit code of a verdict. */
export const exitCodeOf = (verdict: 'pass' | 'fail' | 'review'): ExitCode =>
  verdict === 'pass' ? exitCodes.ok : exitCodes[verdict];
