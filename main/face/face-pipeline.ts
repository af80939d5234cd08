import type { EmbeddingModel } from '../../models/manifest-schema.ts';
import { modelPipeline, readModelManifest } from '../../models/manifest.ts';
import { BlazefaceDetector } from './blazeface-detector.ts';
import { decodeImage } from './decode-image.ts';
import { embedFaces, type Embedded } from './embed-faces.ts';
import { defaultImageLimits, type ImageLimits } from './image-limits.ts';
import type { FaceLook } from './face-look.ts';
import { lookAtFace } from './look-at-face.ts';
import { locateLargestFace, type FaceFinder, type FaceSearch } from './locate-face.ts';
import { modelIdentities } from './model-identities.ts';
import { ModelSession, type Network, type SessionSettings } from './model-session.ts';
import type { RgbImage } from './rgb-image.ts';
import type { FaceAnalyser, FaceAnalysis, FaceLooker, TypedImage } from './types.ts';

/** Where the pipeline finds its models, and how it may run them. */
export interface FacePipelineSettings extends SessionSettings {
  /** The folder of `manifest.json`. */
  readonly modelsDirectory: string;
  readonly limits?: ImageLimits;
}

/** A decoded photograph and what was found on it. */
interface SearchedPhotograph extends FaceSearch {
  readonly image: RgbImage;
  readonly decodeMs: number;
}

/**
 * From encoded photographs to embeddings: decode, detect, choose the largest face, place landmarks,
 * align, embed. It blocks the thread it runs on while a network runs; the station runs it in a
 * process of its own (`main/engine`).
 */
export class FacePipeline implements FaceAnalyser, FaceLooker {
  readonly models: Readonly<Record<string, string>>;
  readonly #finder: FaceFinder;
  readonly #embedding: Network<EmbeddingModel>;
  readonly #limits: ImageLimits;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(finder: FaceFinder, embedding: Network<EmbeddingModel>, limits: ImageLimits) {
    this.models = modelIdentities([finder.detectorModel, finder.landmarks.model, embedding.model]);
    this.#finder = finder;
    this.#embedding = embedding;
    this.#limits = limits;
  }

  /**
   * Loads and warms the three networks of the manifest.
   *
   * @throws ModelError, FaceError when one cannot be used.
   */
  static async load(settings: FacePipelineSettings): Promise<FacePipeline> {
    const { modelsDirectory, limits = defaultImageLimits } = settings;
    const models = modelPipeline(readModelManifest(modelsDirectory));
    const detector = await ModelSession.load(modelsDirectory, models.detector, settings);
    const landmarks = await ModelSession.load(modelsDirectory, models.landmarks, settings);
    const embedding = await ModelSession.load(modelsDirectory, models.embedding, settings);
    const finder = {
      detector: new BlazefaceDetector(detector),
      detectorModel: models.detector,
      landmarks,
    };
    return new FacePipeline(finder, embedding, limits);
  }

  /** Analyses one list of photographs at a time: the networks share their input buffers. */
  analyse(images: readonly TypedImage[]): Promise<readonly FaceAnalysis[]> {
    return this.#inTurn(() => this.#analyse(images));
  }

  /** Looks at one camera frame, in its turn among the photographs to be analysed. */
  look(image: Uint8Array): Promise<FaceLook> {
    const networks = { finder: this.#finder, embeddingModel: this.#embedding.model };
    return this.#inTurn(() => lookAtFace(networks, image, this.#limits));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #analyse(images: readonly TypedImage[]): Promise<readonly FaceAnalysis[]> {
    const searched: SearchedPhotograph[] = [];
    let ahead: Promise<RgbImage> | undefined;
    for (const [index, { type, image: bytes }] of images.entries()) {
      const begun = performance.now();
      const image = await (ahead ?? decodeImage(bytes, this.#limits));
      const decodeMs = performance.now() - begun;
      // Decoding runs on another thread: the next photograph is decoded while this one is searched, and
      // not earlier, or the two would share the machine while this one is waited for.
      ahead = this.#decodeAhead(images[index + 1]);
      searched.push({ ...(await locateLargestFace(this.#finder, image, type)), image, decodeMs });
    }
    const faces = searched.flatMap(({ face }) => (face === undefined ? [] : [face]));
    return toAnalyses(searched, await embedFaces(this.#embedding, faces));
  }

  #decodeAhead(photograph: TypedImage | undefined): Promise<RgbImage> | undefined {
    if (photograph === undefined) return undefined;
    const decoding = decodeImage(photograph.image, this.#limits);
    // One that cannot be decoded is reported when its turn comes; till then its error is not unheard.
    decoding.catch(() => undefined);
    return decoding;
  }
}

const toAnalyses = (
  searched: readonly SearchedPhotograph[],
  { vectors, alignMs, embedMs }: Embedded,
): readonly FaceAnalysis[] => {
  const remaining = vectors.values();
  const share = Math.max(1, vectors.length);
  return searched.map(({ face, faceCount, image, decodeMs, detectMs, landmarksMs }) => {
    const embedding = face === undefined ? undefined : remaining.next().value;
    return {
      face:
        face === undefined || embedding === undefined
          ? undefined
          : {
              box: face.detected.box,
              score: face.detected.score,
              landmarks: face.landmarks.points,
              embedding,
            },
      faceCount,
      width: image.width,
      height: image.height,
      timings: {
        decode: decodeMs,
        detect: detectMs,
        landmarks: landmarksMs,
        align: embedding === undefined ? 0 : alignMs / share,
        embed: embedding === undefined ? 0 : embedMs / share,
      },
    };
  });
};
