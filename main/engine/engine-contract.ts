import type { FaceAnalysis, TypedImage } from '../face/types.ts';

/** How the engine's process is to run the models. Crosses to the child as its first argument. */
export interface EngineSettings {
  /** The folder of `manifest.json`. */
  readonly modelsDirectory: string;
  /** Threads inside one inference. */
  readonly threads: number;
}

/** What the engine's process is asked, what it answers, and what it says once its models are warm. */
export interface EngineContract {
  readonly request: readonly TypedImage[];
  readonly reply: readonly FaceAnalysis[];
  readonly hello: {
    /** What a calibration is bound to: hashes of the models and of their use. */
    readonly models: Readonly<Record<string, string>>;
    readonly loadMs: number;
  };
}
