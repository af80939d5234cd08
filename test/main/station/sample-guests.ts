import { parseIdCard } from '../../../main/card/id-card.ts';
import { CardReading } from '../../../main/card/card-reading.ts';
import type { CompareEngine, CompareFacesResult } from '../../../main/compare/contract.ts';
import { decide, type Decision } from '../../../main/compare/verdict.ts';
import type { GuestCard } from '../../../main/station/counter-state.ts';
import { residentText } from '../card/synthetic-cards.ts';

/** A reading of an invented card; its photo is the file-like bytes given. */
export const sampleReading = (photo: Uint8Array = new Uint8Array(1024).fill(7)): CardReading => {
  const text = residentText();
  return new CardReading({
    card: parseIdCard(text),
    text,
    photo,
    photoProblem: null,
    fingerprints: null,
    managementNumber: null,
    additionalAddresses: [],
    warnings: ['expired'],
    timings: { select: 1, baseInfo: 1, extras: 0, total: 2 },
  });
};

export const sampleGuest = (visit = 1): GuestCard => {
  const { card, warnings } = sampleReading();
  return { visit, card, warnings };
};

export const sampleResult = (similarityScore: number): CompareFacesResult => ({
  similarityScore,
  confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
  operatingPoints: [
    { far: 0.01, threshold: 70 },
    { far: 0.001, threshold: 80 },
    { far: 0.0001, threshold: 90 },
  ],
  engine: 'sample',
});

export const sampleDecision = (score: number): Decision =>
  decide(sampleResult(score), { far: 0.001 });

/** An engine that takes the first byte of the target photograph for the score. */
export const firstByteEngine = (seen: Uint8Array[] = []): CompareEngine => ({
  name: 'sample',
  compareFaces: ({ source, target }) => {
    seen.push(source.image.slice(), target.image.slice());
    return Promise.resolve(sampleResult(target.image[0] ?? 0));
  },
});
