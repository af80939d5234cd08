import { cosineOf, type FaceAnalyser, type FaceAnalysis, type FoundFace } from '../face/types.ts';
import { assertCalibrationFits, tableFor, type EngineIdentity } from './calibration-fit.ts';
import type { Calibration, CalibrationTable } from './calibration.ts';
import { createCentre, type Centre } from './centring.ts';
import { CompareFacesError } from './compare-faces-error.ts';
import { checkCompareRequest } from './compare-request.ts';
import type { ComparedFace, CompareEngine, CompareFacesResult } from './contract.ts';
import type { ThresholdSource } from './operating-thresholds.ts';
import { createScoreMap, scoreAtFar } from './score-map.ts';
import { isUnitLength } from './unit-length.ts';

/** What the local engine stands on. */
export interface LocalEngineParts {
  readonly analyser: FaceAnalyser;
  /** Version of the way from bytes to embedding, as the calibration names it. */
  readonly pipeline: string;
  readonly calibration: Calibration;
}

/**
 * The engine that compares on this machine: embeddings from `analyser`; centring, thresholds and score
 * from `calibration`.
 *
 * @throws {CalibrationError} `calibration.other-models` at once, before any comparison, if the
 * calibration was made for other models than the analyser's.
 *
 * @example
 * ```ts
 * const engine = createLocalEngine({ analyser, pipeline, calibration: await findCalibration(folder) });
 * const { similarityScore } = await engine.compareFaces({ source: chipPhoto, target: frame });
 * ```
 */
export const createLocalEngine = (parts: LocalEngineParts): CompareEngine => {
  const { analyser, calibration, pipeline } = parts;
  assertCalibrationFits(calibration, localEngineIdentity(analyser, pipeline));
  const centre = createCentre(calibration.centring);
  return {
    name: localEngineName,
    compareFaces: async (request) => {
      const { source, target } = checkCompareRequest(request);
      const table = tableFor(calibration, source.type, target.type);
      const begun = performance.now();
      const analyses = await analyser.analyse([source, target]);
      const found = bothFaces(analyses);
      const cosine = comparedCosine(found.source.face, found.target.face, centre);
      return {
        ...scored(cosine, table),
        engine: localEngineName,
        calibration: calibration.id,
        cosine,
        faces: { source: comparedFace(found.source), target: comparedFace(found.target) },
        timings: {
          source: found.source.timings,
          target: found.target.timings,
          total: performance.now() - begun,
        },
      };
    },
  };
};

const localEngineName = 'local';

/** What a calibration for the local engine must have been made with. */
export const localEngineIdentity = (analyser: FaceAnalyser, pipeline: string): EngineIdentity => ({
  name: localEngineName,
  pipeline,
  models: analyser.models,
});

type Analysed = FaceAnalysis & { readonly face: FoundFace };

const bothFaces = (
  analyses: readonly FaceAnalysis[],
): { readonly source: Analysed; readonly target: Analysed } => {
  const [source, target] = analyses;
  if (source === undefined || target === undefined) {
    throw new CompareFacesError('Error.InternalError', { reason: 'an analysis is missing' });
  }
  if (hasFace(source) && hasFace(target)) return { source, target };
  const which = hasFace(source) ? 'target' : hasFace(target) ? 'source' : 'both';
  throw new CompareFacesError('Error.NoFaceDetected', { which });
};

const hasFace = (analysis: FaceAnalysis): analysis is Analysed => analysis.face !== undefined;

const comparedCosine = (source: FoundFace, target: FoundFace, centre: Centre): number => {
  if (source.embedding.length !== target.embedding.length) {
    throw new CompareFacesError('Error.CompareFacesError', { reason: 'lengths differ' });
  }
  assertDirection(source, 'source');
  assertDirection(target, 'target');
  return cosineOf(centre(source.embedding), centre(target.embedding));
};

const assertDirection = (face: FoundFace, which: 'source' | 'target'): void => {
  if (isUnitLength(face.embedding)) return;
  throw new CompareFacesError('Error.CompareFacesError', { which, reason: 'not of unit length' });
};

const scored = (
  cosine: number,
  table: CalibrationTable,
): Pick<CompareFacesResult, 'similarityScore'> & ThresholdSource => ({
  similarityScore: createScoreMap(table.points).toScore(cosine),
  ...thresholdsOf(table),
});

/** The thresholds of a calibration's table as scores. */
export const thresholdsOf = ({ points }: CalibrationTable): ThresholdSource => {
  const map = createScoreMap(points);
  return {
    confidenceThresholds: scoreAtFar,
    operatingPoints: points.map(({ far, threshold }) => ({
      far,
      threshold: map.toScore(threshold),
    })),
  };
};

const comparedFace = ({ face, faceCount }: Analysed): ComparedFace => ({
  box: face.box,
  score: face.score,
  faceCount,
});
