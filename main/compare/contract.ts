import type { ErrorDocument } from '../errors/witness-error.ts';
import type { FaceTimings, TypedImage, Box } from '../face/types.ts';
import type { VerdictRules } from './operating-thresholds.ts';
import type { Routing } from './routing.ts';

/** The false-accept rates every engine offers, from lax to strict (the keys of CloudAuth's `ConfidenceThresholds`). */
export const offeredFars = ['0.01', '0.001', '0.0001'] as const;
export type OfferedFar = (typeof offeredFars)[number];

/**
 * FAR → the similarity score, 0 to 100, from which on two photographs pass at it. Empty where an engine
 * gives a score and does not say what it means: then there is no verdict.
 */
export type ConfidenceThresholds = Readonly<Partial<Record<OfferedFar, number>>>;

/** A photograph of a person, and how well it suits a comparison. */
export interface WeightedFrame {
  /** An encoded file, as in `TypedImage`. */
  readonly image: Uint8Array;
  /** 0 to 1 (`frameQuality`). */
  readonly quality: number;
}

/** More frames of one moment add next to nothing, and each takes its time. */
export const maximumFurtherFrames = 4;

/** What else the camera saw of the target's person in the moment the target was taken. */
export interface TargetMoment {
  /** How well the target itself suits a comparison, 0 to 1. It should be the best of its moment. */
  readonly quality: number;
  /** Up to {@link maximumFurtherFrames}, in any order. */
  readonly furtherFrames: readonly WeightedFrame[];
}

/** The `CompareFaces` request: two photographs, at least one of them a `FacePic`. */
export interface CompareFacesRequest {
  readonly source: TypedImage;
  readonly target: TypedImage;
  /**
   * Further frames of the target's person, to be compared as one with it: that is one attempt
   * (docs/decisions/0023). Only a `FacePic` has them. An engine that cannot do so compares `target` alone.
   */
  readonly moment?: TargetMoment;
  /**
   * How the result will be judged: for a route that asks another engine depending on the first one's
   * verdict. An engine never looks at it.
   */
  readonly judgedBy?: VerdictRules;
}

/** What was seen in one photograph of a comparison. */
export interface ComparedFace {
  readonly box: Box;
  readonly score: number;
  readonly faceCount: number;
}

/** A FAR that was measured, and the score to pass at it. */
export interface OperatingPoint {
  readonly far: number;
  readonly threshold: number;
}

/** A photograph as it was and as it was sent. It only ever becomes smaller in pixels. */
export interface Reencoding {
  readonly from: { readonly format: string; readonly bytes: number };
  readonly to: {
    readonly format: string;
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
  };
}

/** The `CompareFaces` reply, and what stands behind it. */
export interface CompareFacesResult {
  /** 0 to 100; larger is more alike. Only comparable with the thresholds of the same result. */
  readonly similarityScore: number;
  readonly confidenceThresholds: ConfidenceThresholds;
  /** Every measured FAR, the offered ones among them, lax to strict: what dividing a FAR over attempts may use. */
  readonly operatingPoints: readonly OperatingPoint[];
  /** Which engine said so: `local`, `cloudauth`, `tencent`. */
  readonly engine: string;
  /**
   * Id of the calibration behind the thresholds, or where a site's own table is from. Absent where a
   * cloud keeps it to itself.
   */
  readonly calibration?: string;
  /**
   * What the thresholds are compared with: the cosine of the embeddings as the calibration centres
   * them, or the similarity with the template of several frames. Local engine only.
   */
  readonly cosine?: number;
  /**
   * How many photographs of the target's person the score is from: 1 without a moment, or where no
   * further frame of it could be used. Absent where an engine compares the target alone in any case.
   */
  readonly framesUsed?: number;
  /**
   * The score of the target alone, 0 to 100, whatever further frames there were: the only one that the
   * scores of single photographs, such as a calibration's, can be held against. Local engine only.
   */
  readonly targetScore?: number;
  readonly faces?: { readonly source: ComparedFace; readonly target: ComparedFace };
  /** Milliseconds; `total` includes further frames, and waiting for the engine. */
  readonly timings?: {
    readonly source: FaceTimings;
    readonly target: FaceTimings;
    readonly total: number;
  };
  /** What was made of photographs that were too large, or of a kind the engine may not read, before they were sent. */
  readonly reencoded?: Readonly<Partial<Record<'source' | 'target', Reencoding>>>;
  /** Which rule chose the engine, and what each engine said; absent where this machine alone compares. */
  readonly routing?: Routing;
  /** The engine that should have answered and could not be reached, and why; absent where it did. */
  readonly fellBackFrom?: { readonly engine: string; readonly error: ErrorDocument };
}

/** The one interface of every engine, local or cloud. */
export interface CompareEngine {
  readonly name: string;
  /**
   * Compares the largest face of each photograph (docs/decisions/0004). An error is never a score.
   *
   * Every engine first runs `checkCompareRequest`, so the contract's refusals are the same everywhere.
   *
   * @throws {CompareFacesError} in the contract's own terms; `FaceError` where bytes are no photograph.
   */
  compareFaces(request: CompareFacesRequest): Promise<CompareFacesResult>;
}
