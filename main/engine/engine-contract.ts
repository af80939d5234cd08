import type { FaceLook } from '../face/face-look.ts';
import type { FaceAnalysis, TypedImage } from '../face/types.ts';

/** How the engine's process is to run the models. Crosses to the child as its first argument. */
export interface EngineSettings {
  /** The folder of `manifest.json`. */
  readonly modelsDirectory: string;
  /** Threads inside one inference. */
  readonly threads: number;
}

/** Photographs to be analysed for a comparison, or one camera frame to be looked at. */
export type EngineTask =
  | { readonly task: 'analyse'; readonly images: readonly TypedImage[] }
  | { readonly task: 'look'; readonly image: Uint8Array };

/** The answer to the task of the same name. */
export type EngineAnswer =
  | { readonly task: 'analyse'; readonly analyses: readonly FaceAnalysis[] }
  | { readonly task: 'look'; readonly look: FaceLook };

/** What the engine's process is asked, what it answers, and what it says once its models are warm. */
export interface EngineContract {
  readonly request: EngineTask;
  readonly reply: EngineAnswer;
  readonly hello: {
    /** What a calibration is bound to: hashes of the models and of their use. */
    readonly models: Readonly<Record<string, string>>;
    readonly loadMs: number;
  };
}
