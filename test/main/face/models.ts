import { fileURLToPath } from 'node:url';
import { makeCropBuffer, type CropBuffer } from '../../../main/face/crop-buffer.ts';
import type { Network } from '../../../main/face/model-session.ts';
import type { Model } from '../../../models/manifest-schema.ts';
import { modelPipeline, readModelManifest } from '../../../models/manifest.ts';

/** The models of this checkout. */
export const modelsDirectory = fileURLToPath(new URL('../../../models', import.meta.url));

/** What the manifest says of the networks in use. */
export const manifestModels = modelPipeline(readModelManifest(modelsDirectory));

/** A network that answers what a test wants, whatever it is shown. */
export class ScriptedNetwork<M extends Model> implements Network<M> {
  readonly model: M;
  /** How many crops each run was given. */
  readonly runs: number[] = [];
  readonly #answer: (count: number, run: number) => Readonly<Record<string, readonly number[]>>;

  /** @param answer - outputs of a run of `count` crops; `run` counts from 0. */
  constructor(
    model: M,
    answer: (count: number, run: number) => Readonly<Record<string, readonly number[]>>,
  ) {
    this.model = model;
    this.#answer = answer;
  }

  buffer(count: number): CropBuffer {
    return makeCropBuffer(this.model.input, count);
  }

  run(count: number): Promise<ReadonlyMap<string, Float32Array>> {
    const outputs = this.#answer(count, this.runs.length);
    this.runs.push(count);
    return Promise.resolve(
      new Map(Object.entries(outputs).map(([name, values]) => [name, Float32Array.from(values)])),
    );
  }
}
