/** The meanings of GB/T 2261.1. */
export type Sex = 'unknown' | 'male' | 'female' | 'unspecified';

/** A sex code as the card has it. */
export interface SexField {
  /** One character, unchanged. */
  readonly code: string;
  /** `null` for a code that the standard does not have. */
  readonly meaning: Sex | null;
}

const meanings = new Map<string, Sex>([
  ['0', 'unknown'],
  ['1', 'male'],
  ['2', 'female'],
  ['9', 'unspecified'],
]);

/** Reads a sex code of GB/T 2261.1. An unknown code stays as it is, with no meaning. */
export const parseSex = (code: string): SexField => ({ code, meaning: meanings.get(code) ?? null });
