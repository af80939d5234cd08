import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Model } from '../../models/manifest-schema.ts';
import { verifyModelFile } from '../../models/model-file.ts';
import { FaceError } from './face-error.ts';
import { makeCropBuffer, type CropBuffer } from './crop-buffer.ts';

/** How onnxruntime may use the machine. */
export interface SessionSettings {
  /** Threads inside one run. One is as quick as two for networks this small. */
  readonly threads: number;
}

/** One network, loaded and warm, with the buffer it is fed from. */
export class ModelSession<M extends Model = Model> {
  readonly model: M;
  readonly #session: InferenceSession;
  readonly #buffers = new Map<number, CropBuffer>();

  private constructor(model: M, session: InferenceSession) {
    this.model = model;
    this.#session = session;
  }

  /**
   * Loads a model after checking its hash, and runs it once so that the first guest does not wait.
   *
   * @throws ModelError when the file is missing or differs from the manifest.
   * @throws FaceError `engine.model-rejected` when the runtime does not take it.
   */
  static async load<M extends Model>(
    modelsDirectory: string,
    model: M,
    { threads }: SessionSettings,
  ): Promise<ModelSession<M>> {
    const bytes = verifyModelFile(modelsDirectory, model);
    const session = await InferenceSession.create(bytes, {
      graphOptimizationLevel: 'all',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      logSeverityLevel: 3,
      // Several sessions with spinning threads steal each other's cores.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    }).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new FaceError('engine.model-rejected', { model: model.id, reason }, { cause });
    });
    const loaded = new ModelSession(model, session);
    await loaded.run(1);
    return loaded;
  }

  /** The buffer to fill before {@link run} with as many crops. */
  buffer(count: number): CropBuffer {
    const existing = this.#buffers.get(count);
    if (existing !== undefined) return existing;
    const buffer = makeCropBuffer(this.model.input, count);
    this.#buffers.set(count, buffer);
    return buffer;
  }

  /** Runs the network on the buffer of `count` crops; gives each output by its name. */
  async run(count: number): Promise<ReadonlyMap<string, Float32Array>> {
    const { data, dims } = this.buffer(count);
    const { name, elementType } = this.model.input;
    const tensor =
      elementType === 'uint8'
        ? new Tensor('uint8', data as Uint8Array, dims)
        : new Tensor('float32', data as Float32Array, dims);
    const outputs = await this.#session.run({ [name]: tensor });
    return new Map(
      Object.entries(outputs).map(([key, value]) => [key, value.data as Float32Array]),
    );
  }
}
