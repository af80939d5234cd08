import type { Sentence, WitnessError } from '../errors/witness-error.ts';

/** One thing the doctor looked at. */
export interface Check {
  readonly name: string;
  /** `note`: works without, but something is missing that a counter would want. */
  readonly state: 'ok' | 'note' | 'problem';
  readonly says: Sentence;
  /** The error's code, where there is one. */
  readonly code?: string;
}

export const okCheck = (name: string, en: string, zh = en): Check => ({
  name,
  state: 'ok',
  says: { en, zh },
});

/** An error as a check: its sentence says what to do. */
export const errorCheck = (
  name: string,
  { code, sentence }: WitnessError,
  state: 'note' | 'problem' = 'problem',
): Check => ({ name, state, says: sentence, code });

/** A check as a line of text. */
export const checkLine = ({ name, state, says }: Check): string => {
  const mark = { ok: 'ok  ', note: 'note', problem: 'FAIL' }[state];
  const text = says.en === says.zh ? says.en : `${says.en}\n      ${' '.repeat(15)}${says.zh}`;
  return `${mark}  ${name.padEnd(14)} ${text}`;
};
