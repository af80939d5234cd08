import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../../main/compare/calibration.ts';
import type { CompareEngine, CompareFacesRequest } from '../../../main/compare/contract.ts';
import { createLocalEngine } from '../../../main/compare/local-engine.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import type { FaceAnalyser, FaceAnalysis, TypedImage } from '../../../main/face/types.ts';
import { sampleCalibration, sampleModels } from './sample-calibration.ts';

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
