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

/** A network ready to run, and the memory it is fed from. */
export interface Network<M extends Model = Model> {
  readonly model: M;
  /** The buffer to fill before {@link run} with as many crops. */
  buffer(count: number): CropBuffer;
  /** Runs the network on the buffer of `count` crops; gives each output by its name. */
  run(count: number): Promise<ReadonlyMap<string, Float32Array>>;
}

/** A network of the manifest in onnxruntime: loaded, checked and warm. */
export class ModelSession<M extends Model = Model> implements Network<M> {
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
   * @throws FaceError `engine.model-rejected` when the runtime does not take it, or it has other
   *   inputs and outputs than the manifest says.
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
      throw rejected(model, cause instanceof Error ? cause.message : String(cause), cause);
    });
    refuseOtherNames(model, session);
    const loaded = new ModelSession(model, session);
    await loaded.run(1);
    return loaded;
  }

  buffer(count: number): CropBuffer {
    const existing = this.#buffers.get(count);
    if (existing !== undefined) return existing;
    const buffer = makeCropBuffer(this.model.input, count);
    this.#buffers.set(count, buffer);
    return buffer;
  }

  async run(count: number): Promise<ReadonlyMap<string, Float32Array>> {
    const { data, dims } = this.buffer(count);
    const { name, elementType } = this.model.input;
    const tensor =
      elementType === 'uint8'
        ? new Tensor('uint8', data as Uint8Array, dims)
        : new Tensor('float32', data as Float32Array, dims);
    const outputs = await this.#session.run({ [name]: tensor });
    return new Map(
      Object.entries(outputs).map(([output, { data: numbers }]) => {
        if (numbers instanceof Float32Array) return [output, numbers];
        throw rejected(this.model, `its output ${output} is not of 32-bit floats`);
      }),
    );
  }
}

/** A name the manifest has wrong would otherwise look like a photograph without a face. */
const refuseOtherNames = (model: Model, session: InferenceSession): void => {
  if (!session.inputNames.includes(model.input.name))
    throw rejected(model, `it has no input ${model.input.name}`);
  const missing = Object.keys(model.outputs).find((name) => !session.outputNames.includes(name));
  if (missing !== undefined) throw rejected(model, `it has no output ${missing}`);
};

const rejected = ({ id }: Model, reason: string, cause?: unknown): FaceError =>
  new FaceError('engine.model-rejected', { model: id, reason }, { cause });
