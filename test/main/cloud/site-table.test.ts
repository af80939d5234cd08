import { describe, expect, test } from 'vitest';
import { thresholdsOfSite } from '../../../main/cloud/site-table.ts';
import { decide } from '../../../main/compare/verdict.ts';

const table = {
  origin: 'measured on 300 guests, 2026-05',
  points: [
    { far: 0.0001, similarity: 92 },
    { far: 0.001, similarity: 83 },
    { far: 0.000_33, similarity: 88 },
  ],
};

describe('the table of a site', () => {
  test('becomes thresholds, and says where they are from', () => {
    expect(thresholdsOfSite(table)).toEqual({
      confidenceThresholds: { '0.001': 83, '0.0001': 92 },
      operatingPoints: [
        { far: 0.001, threshold: 83 },
        { far: 0.000_33, threshold: 88 },
        { far: 0.0001, threshold: 92 },
      ],
      calibration: 'site: measured on 300 guests, 2026-05',
    });
  });

  test('is what a similarity is judged by, divided over attempts too', () => {
    const result = { similarityScore: 90, ...thresholdsOfSite(table) };
    expect(decide(result, { far: 0.001 })).toMatchObject({ verdict: 'pass', threshold: 83 });
    expect(decide(result, { far: 0.001, attempts: 3 })).toMatchObject({ threshold: 88 });
    expect(() => decide(result, { far: 0.01 })).toThrow(
      expect.objectContaining({ code: 'verdict.far-not-offered' }),
    );
  });

  test('that is not there leaves a score and no verdict, and the error says why', () => {
    const result = { similarityScore: 90, ...thresholdsOfSite(undefined) };
    expect(() => decide(result, { far: 0.001 })).toThrow(
      expect.objectContaining({
        code: 'verdict.no-thresholds',
        data: { score: 90 },
        sentence: {
          en: expect.stringContaining('table of false-accept rate and similarity') as string,
          zh: expect.stringContaining('对照表') as string,
        },
      }),
    );
  });
});
