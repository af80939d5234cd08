import { describe, expect, test } from 'vitest';
import { CompareFacesError } from '../../../main/compare/compare-faces-error.ts';
import type {
  CompareEngine,
  CompareFacesRequest,
  CompareFacesResult,
} from '../../../main/compare/contract.ts';
import { PhotoError } from '../../../main/photo/photo-error.ts';
import type { ChosenFrames } from '../../../main/station/frame-chooser.ts';
import { verifyGuest, type VerificationParts } from '../../../main/station/verify-guest.ts';

const resultOf = (similarityScore: number): CompareFacesResult => ({
  similarityScore,
  confidenceThresholds: { '0.01': 70, '0.001': 80, '0.0001': 90 },
  operatingPoints: [
    { far: 0.01, threshold: 70 },
    { far: 0.005, threshold: 73 },
    { far: 0.001, threshold: 80 },
    { far: 0.0005, threshold: 83 },
    { far: 0.0001, threshold: 90 },
  ],
  engine: 'test',
});

/** An engine that gives a frame's first byte as its score; 255 has no face. */
const engine: CompareEngine = {
  name: 'test',
  compareFaces: ({ source, target }) => {
    expect([source.type, target.type]).toEqual(['IDPic', 'FacePic']);
    const [score = 0] = target.image;
    if (score === 255)
      return Promise.reject(new CompareFacesError('Error.NoFaceDetected', { which: 'target' }));
    return Promise.resolve(resultOf(score));
  },
};
const photo = { format: 'webp', image: Uint8Array.of(1), decodedBy: undefined } as const;
const parts: VerificationParts = {
  decoder: { decode: () => Promise.resolve(photo) },
  engine,
  rules: { far: 0.001, review: true },
};
const reading = { photo: new Uint8Array(1024) };
const frame = (score: number): ChosenFrames => [{ image: Uint8Array.of(score), quality: 1 }];

describe('a verification', () => {
  test.each([
    [81, 'pass'],
    [80, 'pass'],
    [79, 'review'],
    [69, 'fail'],
  ])('of one frame that scores %d is a %s', async (score, verdict) => {
    const { decision } = await verifyGuest(parts, reading, [frame(score)]);
    expect(decision).toMatchObject({ verdict, far: 0.001, farApplied: 0.001, threshold: 80 });
  });

  test('of two frames needs more of each: the FAR is the whole verification’s', async () => {
    const verification = await verifyGuest(parts, reading, [frame(40), frame(82)]);
    expect(verification.frame).toBe(1);
    expect(verification.decision).toMatchObject({
      verdict: 'review',
      far: 0.001,
      attempts: 2,
      farPerAttempt: 0.0005,
      farApplied: 0.0005,
      threshold: 83,
      reviewThreshold: 73,
    });
  });

  test('of several frames of one moment is one attempt, the best of them its target', async () => {
    const asked: CompareFacesRequest[] = [];
    const fusing: CompareEngine = {
      name: 'test',
      compareFaces: (request) => {
        asked.push(request);
        return Promise.resolve({ ...resultOf(82), framesUsed: 2 });
      },
    };
    const [best, other] = [
      { image: Uint8Array.of(1), quality: 0.9 },
      { image: Uint8Array.of(2), quality: 0.5 },
    ];
    const verification = await verifyGuest({ ...parts, engine: fusing }, reading, [[best, other]]);
    expect(verification).toMatchObject({
      decision: { verdict: 'pass', attempts: 1, farApplied: 0.001, threshold: 80 },
      result: { framesUsed: 2 },
    });
    expect(asked).toEqual([
      expect.objectContaining({
        target: { type: 'FacePic', image: best.image },
        moment: { quality: 0.9, furtherFrames: [other] },
      }),
    ]);
  });

  test('leaves out a frame without a face, which still counts as an attempt', async () => {
    const verification = await verifyGuest(parts, reading, [frame(255), frame(84)]);
    expect(verification.decision).toMatchObject({ verdict: 'pass', attempts: 2, threshold: 83 });
    expect(verification.frames[0]).toMatchObject({ error: { code: 'Error.NoFaceDetected' } });
  });

  test('has no verdict when no frame shows a face', async () => {
    await expect(verifyGuest(parts, reading, [frame(255), frame(255)])).rejects.toMatchObject({
      code: 'Error.NoFaceDetected',
    });
  });

  test('has no verdict when the chip photo shows no face', async () => {
    const blind: CompareEngine = {
      name: 'test',
      compareFaces: () =>
        Promise.reject(new CompareFacesError('Error.NoFaceDetected', { which: 'source' })),
    };
    await expect(
      verifyGuest({ ...parts, engine: blind }, reading, [frame(1), frame(99)]),
    ).rejects.toMatchObject({ code: 'Error.NoFaceDetected', data: { which: 'source' } });
  });

  test('has no verdict when the chip photo cannot be decoded, and leaves the card as it was', async () => {
    const decoder = { decode: () => Promise.reject(new PhotoError('photo.no-decoder')) };
    const card = { photo: Uint8Array.of(1, 2, 3) };
    await expect(verifyGuest({ ...parts, decoder }, card, [frame(99)])).rejects.toMatchObject({
      code: 'photo.no-decoder',
    });
    expect(card.photo).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('has no verdict without a frame', async () => {
    await expect(verifyGuest(parts, reading, [])).rejects.toMatchObject({
      code: 'station.no-frame',
    });
  });

  test('has no verdict when the engine fails: an error of one frame is not a low score', async () => {
    const broken: CompareEngine = {
      name: 'test',
      compareFaces: () => Promise.reject(new CompareFacesError('Error.CompareFacesError')),
    };
    await expect(
      verifyGuest({ ...parts, engine: broken }, reading, [frame(99)]),
    ).rejects.toMatchObject({ code: 'Error.CompareFacesError' });
  });

  test('refuses a FAR the engine has not', async () => {
    await expect(
      verifyGuest({ ...parts, rules: { far: 0.05 } }, reading, [frame(99)]),
    ).rejects.toMatchObject({ code: 'verdict.far-not-offered' });
  });
});
