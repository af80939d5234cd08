import type { FaceLook } from './face-look.ts';

/**
 * What a photograph is of (CloudAuth `SourceImageType` / `TargetImageType`).
 * `IDPic` is the portrait read from an ID card's chip, `FacePic` any photograph of a person.
 */
export const imageTypes = ['IDPic', 'FacePic'] as const;
export type ImageType = (typeof imageTypes)[number];

/** A photograph as it came: an encoded file (JPEG, PNG, WebP, BMP), not pixels. */
export interface TypedImage {
  readonly type: ImageType;
  readonly image: Uint8Array;
}

/** A point in pixels of the upright photograph (after EXIF orientation); origin top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels of the upright photograph. It may reach past the edges. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Milliseconds spent in each stage of one photograph. Those of a list add up to nearly all of its time. */
export interface FaceTimings {
  /** How long its decoding was waited for: the later ones of a list are decoded in the background. */
  readonly decode: number;
  readonly detect: number;
  readonly landmarks: number;
  readonly align: number;
  readonly embed: number;
}

/** The largest face of a photograph and its embedding. */
export interface FoundFace {
  readonly box: Box;
  /** Detector's score, 0 to 1. */
  readonly score: number;
  /** Right eye, left eye (as seen: left to right), nose tip, mouth corners left and right. */
  readonly landmarks: readonly [Point, Point, Point, Point, Point];
  /** Unit length; the manifest's embedding length of numbers. */
  readonly embedding: Float32Array;
}

/** What the engine saw in one photograph. `face` is undefined when there is none: never a match. */
export interface FaceAnalysis {
  readonly face: FoundFace | undefined;
  /** How many faces the detector saw; the largest was used. */
  readonly faceCount: number;
  /** Width and height of the upright photograph, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly timings: FaceTimings;
}

/** Anything that finds and embeds faces: the engine's child process, or the pipeline itself. */
export interface FaceAnalyser {
  /** What a calibration is bound to (`modelIdentities`): hashes of the models and of their use. */
  readonly models: Readonly<Record<string, string>>;
  /** Analyses photographs in order. Rejects with a `FaceError` for bytes that are no photograph. */
  analyse(images: readonly TypedImage[]): Promise<readonly FaceAnalysis[]>;
}

/** Anything that looks at camera frames without comparing them: the engine's process, or the pipeline. */
export interface FaceLooker {
  /** Looks at one encoded frame. Rejects with a `FaceError` for bytes that are no photograph. */
  look(image: Uint8Array): Promise<FaceLook>;
}

/** Cosine similarity of two unit embeddings, −1 to 1. */
export const cosineOf = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.max(-1, Math.min(1, sum));
};
