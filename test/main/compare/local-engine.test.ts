import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../../main/compare/calibration.ts';
import type {
  CompareEngine,
  CompareFacesRequest,
  WeightedFrame,
} from '../../../main/compare/contract.ts';
import { createLocalEngine } from '../../../main/compare/local-engine.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import type { FaceAnalyser, FaceAnalysis, TypedImage } from '../../../main/face/types.ts';
import { sampleCalibration, sampleModels, samplePoints } from './sample-calibration.ts';

const timings = { decode: 1, detect: 2, landmarks: 3, align: 4, embed: 5 };
const at = { x: 0, y: 0 };

const analysisOf = (embedding: readonly number[] | undefined): FaceAnalysis => ({
  face: embedding && {
    box: { x: 1, y: 2, width: 3, height: 4 },
    score: 0.9,
    landmarks: [at, at, at, at, at],
    embedding: Float32Array.from(embedding),
  },
  faceCount: embedding === undefined ? 0 : 2,
  width: 100,
  height: 100,
  timings,
});

/** An analyser whose photographs are one byte: the index of the embedding. */
const analyserOf = (
  embeddings: readonly (readonly number[] | undefined)[],
): FaceAnalyser & { readonly calls: (readonly TypedImage[])[] } => {
  const calls: (readonly TypedImage[])[] = [];
  return {
    models: sampleModels,
    calls,
    analyse: (images) => {
      calls.push(images);
      return Promise.resolve(images.map(({ image }) => analysisOf(embeddings[image[0] ?? -1])));
    },
  };
};

const engineOf = (
  analyser: FaceAnalyser,
  calibration: Calibration = sampleCalibration(),
): CompareEngine => createLocalEngine({ analyser, pipeline: '1', calibration });

const photograph = (index: number): TypedImage => ({
  type: 'FacePic',
  image: Uint8Array.of(index),
});
const request: CompareFacesRequest = { source: photograph(0), target: photograph(1) };

describe('the local engine', () => {
  it('scores the cosine on the scale of its calibration', async () => {
    const analyser = analyserOf([
      [1, 0],
      [0.6, 0.8],
    ]);
    const result = await engineOf(analyser).compareFaces(request);
    expect(result.cosine).toBeCloseTo(0.6, 6);
    expect(result.similarityScore).toBeCloseTo(90, 4);
    expect(result.confidenceThresholds).toEqual({ '0.01': 70, '0.001': 80, '0.0001': 90 });
    expect(result.operatingPoints.map(({ far }) => far)).toEqual([
      0.01, 0.005, 0.001, 0.0005, 0.0001,
    ]);
    expect(result.operatingPoints[1]?.threshold).toBeCloseTo(75, 9);
    expect(result.engine).toBe('local');
    expect(result.calibration).toBe(sampleCalibration().id);
    expect(result.faces?.source).toEqual({
      box: { x: 1, y: 2, width: 3, height: 4 },
      score: 0.9,
      faceCount: 2,
    });
    expect(result.timings?.target).toEqual(timings);
  });

  it('analyses both photographs in one call, source first', async () => {
    const analyser = analyserOf([
      [1, 0],
      [1, 0],
    ]);
    await engineOf(analyser).compareFaces(request);
    expect(analyser.calls).toEqual([[request.source, request.target]]);
  });

  it.each([
    ['source', [undefined, [1, 0]]],
    ['target', [[1, 0], undefined]],
    ['both', [undefined, undefined]],
  ] as const)('reports that there is no face: %s', async (which, embeddings) => {
    await expect(engineOf(analyserOf(embeddings)).compareFaces(request)).rejects.toMatchObject({
      code: 'Error.NoFaceDetected',
      data: { which },
    });
  });

  it.each([
    ['not a number', [NaN, 0]],
    ['infinite', [Infinity, 0]],
    ['zero', [0, 0]],
    ['too long', [5, 0]],
    ['of another length', [1, 0, 0]],
  ])('never makes a score of an embedding that is %s', async (_name, embedding) => {
    const engine = engineOf(analyserOf([[1, 0], embedding]));
    await expect(engine.compareFaces(request)).rejects.toMatchObject({
      code: 'Error.CompareFacesError',
    });
  });

  it('refuses a bad request before looking at any photograph', async () => {
    const analyser = analyserOf([[1, 0]]);
    const chip: TypedImage = { type: 'IDPic', image: Uint8Array.of(0) };
    await expect(
      engineOf(analyser).compareFaces({ source: chip, target: chip }),
    ).rejects.toMatchObject({ code: 'InvalidParam.FacePicNotGiven' });
    expect(analyser.calls).toHaveLength(0);
  });

  it('refuses a pair its calibration has no table for', async () => {
    const analyser = analyserOf([[1, 0]]);
    const chip: TypedImage = { type: 'IDPic', image: Uint8Array.of(0) };
    await expect(
      engineOf(analyser).compareFaces({ source: chip, target: photograph(0) }),
    ).rejects.toMatchObject({ code: 'calibration.pair-not-covered' });
  });

  it('lets the engine’s own errors through as they are', async () => {
    const failure = new FaceError('image.not-an-image');
    const analyser: FaceAnalyser = { models: sampleModels, analyse: () => Promise.reject(failure) };
    await expect(engineOf(analyser).compareFaces(request)).rejects.toBe(failure);
  });

  it('reports an analyser that leaves a photograph out', async () => {
    const analyser: FaceAnalyser = {
      models: sampleModels,
      analyse: () => Promise.resolve([analysisOf([1, 0])]),
    };
    await expect(engineOf(analyser).compareFaces(request)).rejects.toMatchObject({
      code: 'Error.InternalError',
    });
  });

  it('is not made with a calibration for other models', () => {
    const calibration = sampleCalibration({
      models: { ...sampleModels, detector: 'f'.repeat(64) },
    });
    expect(() => engineOf(analyserOf([]), calibration)).toThrow(
      expect.objectContaining({ code: 'calibration.other-models' }),
    );
  });
});

describe('further frames of the target', () => {
  /** The person of the source, three photographs of another who is much alike, and a third person. */
  const embeddings = [
    [1, 0, 0],
    [0.6, 0.8, 0],
    [0.6, 0, 0.8],
    [0.6, 0.7, Math.sqrt(0.15)],
    [-1, 0, 0],
  ];
  const frame = (index: number, quality = 1): WeightedFrame => ({
    image: Uint8Array.of(index),
    quality,
  });
  const momentOf = (...furtherFrames: readonly WeightedFrame[]): CompareFacesRequest => ({
    ...request,
    moment: { quality: 1, furtherFrames },
  });
  // From 0.4 on two photographs are of one person.
  const sameFrom = samplePoints[0]?.threshold;

  it('are analysed in one call and compared as one with it', async () => {
    const analyser = analyserOf(embeddings);
    const alone = await engineOf(analyser).compareFaces(request);
    const { cosine, framesUsed, similarityScore, ...result } = await engineOf(
      analyser,
    ).compareFaces(momentOf(frame(3)));
    expect(sameFrom).toBe(0.4);
    expect(analyser.calls[1]?.map(({ type, image }) => [type, image[0]])).toEqual([
      ['FacePic', 0],
      ['FacePic', 1],
      ['FacePic', 3],
    ]);
    // Both are 0.6 like the source, and their mean is shorter than either.
    const length = Math.hypot(0.6, 0.75, Math.sqrt(0.15) / 2);
    expect(cosine).toBeCloseTo(0.6 / Math.sqrt(length), 6);
    expect(framesUsed).toBe(2);
    expect(similarityScore).toBeGreaterThan(alone.similarityScore);
    expect([alone.targetScore, result.targetScore]).toEqual([
      alone.similarityScore,
      alone.similarityScore,
    ]);
    expect(result.operatingPoints).toEqual(alone.operatingPoints);
    expect(result.faces).toEqual(alone.faces);
  });

  it('count by their quality', async () => {
    const plain = await engineOf(
      analyserOf([
        [1, 0],
        [0.6, 0.8],
        [0.8, 0.6],
      ]),
    ).compareFaces(momentOf(frame(2, 0.25)));
    const [x, y] = [(0.6 + 0.8 / 4) / 1.25, (0.8 + 0.6 / 4) / 1.25];
    expect(plain.cosine).toBeCloseTo(x / Math.sqrt(Math.hypot(x, y)), 6);
  });

  it.each([
    ['of another person', [1, 0, 0]],
    ['without a face', undefined],
  ])('are left out when %s: neither helps nor harms', async (_, other) => {
    const analyser = analyserOf([[1, 0, 0], [0.3, Math.sqrt(0.91), 0], other]);
    const alone = await engineOf(analyser).compareFaces(request);
    const { timings: _timings, ...result } = await engineOf(analyser).compareFaces(
      momentOf(frame(2), frame(2)),
    );
    const { timings: _other, ...expected } = alone;
    expect(result).toEqual(expected);
    expect(result.framesUsed).toBe(1);
  });

  it('are told from another person’s by what is left after centring', async () => {
    // Everybody of this group is alike in the first number.
    const mean = [0.8, 0, 0];
    const group = { name: 'all', people: 40, share: 1, largestPull: 0.01, mean };
    const calibration = sampleCalibration({
      centring: { sharpness: 8, groups: [group], recipe: 'by hand' },
    });
    const analyser = analyserOf([
      [0.8, 0.6, 0],
      [0.8, 0.6, 0],
      [0.8, 0, 0.6],
    ]);
    const result = await engineOf(analyser, calibration).compareFaces(momentOf(frame(2)));
    expect(result).toMatchObject({ framesUsed: 1 });
    expect(result.cosine).toBeCloseTo(1, 6);
  });

  it('cannot make up for a target without a face', async () => {
    const engine = engineOf(analyserOf([[1, 0], undefined, [1, 0]]));
    await expect(engine.compareFaces(momentOf(frame(2)))).rejects.toMatchObject({
      code: 'Error.NoFaceDetected',
      data: { which: 'target' },
    });
  });

  it.each([
    ['not a number', [NaN, 0]],
    ['too long', [5, 0]],
    ['of another length', [1, 0, 0]],
  ])('never come to a score with an embedding that is %s', async (_name, embedding) => {
    const engine = engineOf(analyserOf([[1, 0], [1, 0], embedding]));
    await expect(engine.compareFaces(momentOf(frame(2)))).rejects.toMatchObject({
      code: 'Error.CompareFacesError',
    });
  });

  it('are missed when an analyser leaves one out', async () => {
    const analyser: FaceAnalyser = {
      models: sampleModels,
      analyse: () => Promise.resolve([analysisOf([1, 0]), analysisOf([1, 0])]),
    };
    await expect(engineOf(analyser).compareFaces(momentOf(frame(2)))).rejects.toMatchObject({
      code: 'Error.InternalError',
    });
  });

  it('are not looked at where the calibration does not tell one person from another', async () => {
    const { tables } = sampleCalibration();
    const calibration = sampleCalibration({
      tables: tables.map((table) => ({ ...table, pair: 'IDPic-FacePic' })),
    });
    const analyser = analyserOf(embeddings);
    const chip: TypedImage = { type: 'IDPic', image: Uint8Array.of(0) };
    const result = await engineOf(analyser, calibration).compareFaces({
      ...momentOf(frame(3)),
      source: chip,
    });
    expect(result.framesUsed).toBe(1);
    expect(analyser.calls).toEqual([[chip, request.target]]);
  });
});
