import { isDeepStrictEqual } from 'node:util';
import { ModelError, modelErrorCatalogue, type ModelErrorCode } from '../../models/model-error.ts';
import { reviveError } from '../errors/revive-error.ts';
import type { ErrorDocument, WitnessError } from '../errors/witness-error.ts';
import { FaceError, isFaceErrorCode } from '../face/face-error.ts';
import type { FaceLook } from '../face/face-look.ts';
import type { FaceAnalyser, FaceAnalysis, FaceLooker, TypedImage } from '../face/types.ts';
import type { ChildHealth } from '../process/child-health.ts';
import { processEntry, type LaunchProcess } from '../process/launcher.ts';
import type { ChildFailure } from '../process/messages.ts';
import { SupervisedChild } from '../process/supervised-child.ts';
import type {
  EngineAnswer,
  EngineContract,
  EngineSettings,
  EngineTask,
} from './engine-contract.ts';
import { EngineError } from './engine-error.ts';

/** Where the engine's process comes from, when not from Node's `fork`. */
export interface EngineProcessOptions extends EngineSettings {
  readonly launch?: LaunchProcess;
  /** Milliseconds one list of photographs may take before the process is killed. Default 20 s. */
  readonly callTimeout?: number;
  /** Milliseconds one look at a camera frame may take. A guest stands before it: default 3 s. */
  readonly lookTimeout?: number;
}

/**
 * The face engine in a process of its own: inference blocks the thread it runs on, and native code
 * can crash. The process that talks to the reader and the window only waits for messages.
 */
export class EngineProcess implements FaceAnalyser, FaceLooker {
  readonly models: Readonly<Record<string, string>>;
  readonly #child: SupervisedChild<EngineContract>;
  readonly #lookTimeout: number;
  /** Why it is of no use any more, although it may run. */
  #unusable: EngineError | undefined;

  private constructor(
    child: SupervisedChild<EngineContract>,
    models: Readonly<Record<string, string>>,
    lookTimeout: number,
  ) {
    this.#child = child;
    this.models = models;
    this.#lookTimeout = lookTimeout;
  }

  /**
   * Starts the process and waits until its models are loaded and warm.
   *
   * @throws ModelError, FaceError, EngineError when the models cannot be used.
   */
  static async start(options: EngineProcessOptions): Promise<EngineProcess> {
    const { modelsDirectory, threads, launch } = options;
    const { callTimeout = 20_000, lookTimeout = 3000 } = options;
    const child = new SupervisedChild<EngineContract>({
      entry: {
        ...processEntry(import.meta.url, './engine-child'),
        args: [JSON.stringify({ modelsDirectory, threads } satisfies EngineSettings)],
      },
      ...(launch === undefined ? {} : { launch }),
      startTimeout: 60_000,
      callTimeout,
      failure: toEngineError,
      revive,
    });
    const { models } = await child.start();
    return new EngineProcess(child, models, lookTimeout);
  }

  /** How many times the process had to be started again. */
  get restarts(): number {
    return this.#child.restarts;
  }

  /** How the process is, and what it last failed in, until it has answered again. */
  get health(): ChildHealth {
    return this.#unusable === undefined
      ? this.#child.health
      : { state: 'failed', failure: this.#unusable };
  }

  /** Calls back when the process failed, was started again, or answered again; returns the way to stop. */
  onHealth(listener: () => void): () => void {
    return this.#child.onHealth(listener);
  }

  /** @throws FaceError for bytes that are no photograph; EngineError when the process fails. */
  async analyse(images: readonly TypedImage[]): Promise<readonly FaceAnalysis[]> {
    const answer = await this.#ask({ task: 'analyse', images });
    if (answer.task !== 'analyse') throw new TypeError('the engine answered another task');
    return answer.analyses;
  }

  /**
   * Looks at one camera frame. Calls are served in the order they came: a comparison waits for the
   * looks that were asked for before it, so ask for one at a time.
   *
   * @throws FaceError for bytes that are no photograph; EngineError when the process fails.
   */
  async look(image: Uint8Array): Promise<FaceLook> {
    const answer = await this.#ask({ task: 'look', image }, this.#lookTimeout);
    if (answer.task !== 'look') throw new TypeError('the engine answered another task');
    return answer.look;
  }

  async #ask(request: EngineTask, timeout?: number): Promise<EngineAnswer> {
    // A process started again reads the models again; thresholds and embeddings must stay together.
    const { models } = await this.#child.start();
    this.#unusable = isDeepStrictEqual(models, this.models)
      ? undefined
      : new EngineError('engine.models-changed');
    if (this.#unusable) throw this.#unusable;
    return this.#child.call(request, timeout === undefined ? {} : { timeout });
  }

  /** Ends the process. */
  close(): void {
    this.#child.dispose();
  }
}

/** The error of a failed child, in the words of this room. */
const toEngineError = ({ kind, code, signal, afterMs }: ChildFailure): EngineError => {
  const reason = signal ?? `exit code ${code ?? 'unknown'}`;
  switch (kind) {
    case 'crashed':
      return new EngineError('engine.crashed', { reason });
    case 'timed-out':
      return new EngineError('engine.timed-out', { afterMs });
    case 'did-not-start':
      return new EngineError('engine.did-not-start', { reason });
    case 'disposed':
      return new EngineError('engine.closed');
  }
};

/** The child's error in its own class again, for the rooms whose errors it can throw. */
const revive = (document: ErrorDocument): WitnessError => {
  const { code, data } = document;
  if (isFaceErrorCode(code)) return new FaceError(code, data);
  if (isModelErrorCode(code)) return new ModelError(code, data);
  return reviveError(document);
};

const isModelErrorCode = (code: string): code is ModelErrorCode =>
  Object.hasOwn(modelErrorCatalogue, code);
