import {
  cosineOf,
  type FaceAnalyser,
  type FaceAnalysis,
  type FoundFace,
  type TypedImage,
} from '../face/types.ts';
import { assertCalibrationFits, tableFor, type EngineIdentity } from './calibration-fit.ts';
import { imagePairOf, type Calibration, type CalibrationTable } from './calibration.ts';
import { createCentre } from './centring.ts';
import { CompareFacesError } from './compare-faces-error.ts';
import { checkCompareRequest } from './compare-request.ts';
import type { ComparedFace, CompareEngine, WeightedFrame } from './contract.ts';
import { templateOf } from './frame-template.ts';
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
 * from `calibration`. Further frames of the target's moment are fused with it (`templateOf`).
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
  const leastCosine = leastCosineOfOnePerson(calibration);
  return {
    name: localEngineName,
    compareFaces: async (request) => {
      const { source, target, moment } = checkCompareRequest(request);
      const table = tableFor(calibration, source.type, target.type);
      // Where nothing tells whether it is the same person, a further frame is not even looked at.
      const further = leastCosine === undefined ? [] : (moment?.furtherFrames ?? []);
      const begun = performance.now();
      const analyses = await analyser.analyse([source, target, ...further.map(facePicOf)]);
      const found = bothFaces(analyses);
      const faces = facesOf(further, analyses.slice(2));
      assertComparable(found.source.face, [found.target.face, ...faces.map(({ face }) => face)]);
      const sourceEmbedding = centre(found.source.face.embedding);
      const targetEmbedding = centre(found.target.face.embedding);
      const { template, framesUsed } = templateOf(
        { embedding: targetEmbedding, quality: moment?.quality ?? 1 },
        faces.map(({ face, quality }) => ({ embedding: centre(face.embedding), quality })),
        leastCosine ?? 1,
      );
      const { toScore } = createScoreMap(table.points);
      const cosine = cosineOf(sourceEmbedding, template);
      return {
        similarityScore: toScore(cosine),
        ...thresholdsOf(table),
        engine: localEngineName,
        calibration: calibration.id,
        cosine,
        framesUsed,
        targetScore: toScore(cosineOf(sourceEmbedding, targetEmbedding)),
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
  if (source === undefined || target === undefined) throw analysisMissing();
  if (hasFace(source) && hasFace(target)) return { source, target };
  const which = hasFace(source) ? 'target' : hasFace(target) ? 'source' : 'both';
  throw new CompareFacesError('Error.NoFaceDetected', { which });
};

const analysisMissing = (): CompareFacesError =>
  new CompareFacesError('Error.InternalError', { reason: 'an analysis is missing' });

const hasFace = (analysis: FaceAnalysis): analysis is Analysed => analysis.face !== undefined;

/** The faces of further frames; one that shows none is left out. */
const facesOf = (
  frames: readonly WeightedFrame[],
  analyses: readonly FaceAnalysis[],
): readonly { readonly face: FoundFace; readonly quality: number }[] =>
  frames.flatMap(({ quality }, index) => {
    const analysis = analyses[index];
    if (analysis === undefined) throw analysisMissing();
    return analysis.face === undefined ? [] : [{ face: analysis.face, quality }];
  });

const facePicOf = ({ image }: WeightedFrame): TypedImage => ({ type: 'FacePic', image });

/**
 * From which centred cosine on two photographs of one moment are taken to be of one person: it keeps
 * out 99 strangers of 100, and no two frames of one guest are so unlike.
 */
const leastCosineOfOnePerson = ({ tables }: Calibration): number | undefined =>
  tables
    .find(({ pair }) => pair === imagePairOf('FacePic', 'FacePic'))
    ?.points.find(({ far }) => far === farOfOnePerson)?.threshold;

const farOfOnePerson = 0.01;

const assertComparable = (source: FoundFace, others: readonly FoundFace[]): void => {
  if (others.some(({ embedding }) => embedding.length !== source.embedding.length)) {
    throw new CompareFacesError('Error.CompareFacesError', { reason: 'lengths differ' });
  }
  assertDirection(source, 'source');
  for (const face of others) assertDirection(face, 'target');
};

const assertDirection = (face: FoundFace, which: 'source' | 'target'): void => {
  if (isUnitLength(face.embedding)) return;
  throw new CompareFacesError('Error.CompareFacesError', { which, reason: 'not of unit length' });
};

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
