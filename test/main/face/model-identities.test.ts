import { describe, expect, test } from 'vitest';
import { modelIdentities } from '../../../main/face/model-identities.ts';
import type { Model } from '../../../models/manifest-schema.ts';
import { manifestModels } from './models.ts';

const { detector, landmarks, embedding } = manifestModels;
const used: readonly Model[] = [detector, landmarks, embedding];
const usageWith = (other: Model): string | undefined =>
  modelIdentities(used.map((model) => (model.role === other.role ? other : model)))['usage'];

describe('what a calibration is bound to', () => {
  test('is the hash of each model and one of how they are used', () => {
    expect(modelIdentities(used)).toEqual({
      [detector.id]: detector.sha256,
      [landmarks.id]: landmarks.sha256,
      [embedding.id]: embedding.sha256,
      usage: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test.each([
    [
      'the least score of a face',
      { ...detector, detector: { ...detector.detector, minScore: 0.4 } },
    ],
    ['the crop', { ...landmarks, landmarks: { ...landmarks.landmarks, cropScale: 1.6 } }],
    ['the order of colours', { ...embedding, input: { ...embedding.input, colourOrder: 'BGR' } }],
    [
      'the zoom of the alignment',
      {
        ...embedding,
        embedding: {
          ...embedding.embedding,
          alignment: { ...embedding.embedding.alignment, zoomOut: 1.2 },
        },
      },
    ],
  ] as const)('changes with %s', (_, other) => {
    expect(usageWith(other)).not.toBe(modelIdentities(used)['usage']);
  });

  test('does not change with what is only said of a model', () => {
    expect(usageWith({ ...detector, title: 'Another title' })).toBe(modelIdentities(used)['usage']);
  });
});
