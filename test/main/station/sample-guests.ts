import { CardReading, type CardReadingParts } from '../../../main/card/card-reading.ts';
import { parseIdCard } from '../../../main/card/id-card.ts';
import type {
  CompareEngine,
  CompareFacesResult,
  OperatingPoint,
} from '../../../main/compare/contract.ts';
import { attemptOf, type Attempt } from '../../../main/station/attempt.ts';
import type { CounterRules } from '../../../main/station/counter-rules.ts';
import type { GuestVisit } from '../../../main/station/counter-state.ts';
import { residentText } from '../card/synthetic-cards.ts';

export const sampleRules: CounterRules = {
  far: 0.001,
  review: true,
  attempts: 3,
  holdSeconds: 10,
  noticeHash: '0123456789abcdef',
};

/** A reading of an invented card in order; its photo is bytes nobody can take for zeros. */
export const sampleReading = (
  changes: Partial<Pick<CardReadingParts, 'text' | 'photo' | 'warnings'>> = {},
): CardReading => {
  const { text = residentText(), photo = new Uint8Array(1024).fill(7), warnings = [] } = changes;
  return new CardReading({
    card: parseIdCard(text),
    text,
    photo,
    photoProblem: null,
    fingerprints: null,
    managementNumber: null,
    additionalAddresses: [],
    warnings,
    timings: { select: 1, baseInfo: 1, extras: 0, total: 2 },
  });
};

/** An adult with a card in order, who has all attempts. */
export const sampleGuest = (changes: Partial<GuestVisit> = {}): GuestVisit => ({
  visit: 1,
  card: sampleReading().card,
  warnings: [],
  age: 40,
  startedAt: '2026-03-10T12:00:00.000Z',
  attemptsLeft: 3,
  needs: { cloud: false, guardian: false },
  ...changes,
});

/** Each offered FAR, and what is left of it for one of two or three attempts. */
const operatingPoints: readonly OperatingPoint[] = [
  { far: 0.01, threshold: 70 },
  { far: 0.005, threshold: 72 },
  { far: 0.01 / 3, threshold: 74 },
  { far: 0.001, threshold: 80 },
  { far: 0.0005, threshold: 82 },
  { far: 0.001 / 3, threshold: 84 },
  { far: 0.0001, threshold: 90 },
];

export const sampleResult = (similarityScore: number): CompareFacesResult => ({
  similarityScore,
  confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
  operatingPoints,
  targetScore: similarityScore,
  engine: 'sample',
});

/** Of one of three attempts at 0.1 %: 84 and more passes, 74 and more goes to a person. */
export const sampleAttempt = (score: number, rules: CounterRules = sampleRules): Attempt =>
  attemptOf(sampleResult(score), rules);

/** An engine that takes the first byte of the target photograph for the score. */
export const firstByteEngine = (seen: Uint8Array[] = []): CompareEngine => ({
  name: 'sample',
  compareFaces: ({ source, target }) => {
    seen.push(source.image.slice(), target.image.slice());
    return Promise.resolve(sampleResult(target.image[0] ?? 0));
  },
});
