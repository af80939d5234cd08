/** A tone: when it begins and how long it sounds, in seconds, and its pitch in hertz. */
export interface Note {
  readonly at: number;
  readonly length: number;
  readonly pitch: number;
}

/**
 * What is heard at each turn. The three results differ in their movement, not only in pitch: a pass
 * rises, a review asks twice for patience, a fail falls.
 */
export const chimes = {
  'card-found': [{ at: 0, length: 0.12, pitch: 880 }],
  look: [
    { at: 0, length: 0.1, pitch: 659 },
    { at: 0.11, length: 0.16, pitch: 880 },
  ],
  pass: [
    { at: 0, length: 0.16, pitch: 659 },
    { at: 0.14, length: 0.16, pitch: 831 },
    { at: 0.28, length: 0.42, pitch: 988 },
  ],
  review: [
    { at: 0, length: 0.18, pitch: 587 },
    { at: 0.3, length: 0.3, pitch: 587 },
  ],
  fail: [
    { at: 0, length: 0.24, pitch: 466 },
    { at: 0.24, length: 0.46, pitch: 311 },
  ],
  problem: [
    { at: 0, length: 0.12, pitch: 415 },
    { at: 0.18, length: 0.12, pitch: 415 },
    { at: 0.36, length: 0.24, pitch: 370 },
  ],
} as const satisfies Readonly<Record<string, readonly Note[]>>;

export type Chime = keyof typeof chimes;
