import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { dispose, env, tensor } from '@tensorflow/tfjs-core';
import { parseTfjsDocument } from '../../../models/convert/tfjs-document.ts';

/** A named tensor, in TensorFlow's order of axes. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * Runs a graph model in TensorFlow.js, on the CPU: what the converted network is held against.
 *
 * @param feeds - Input node → tensor.
 * @param outputs - Nodes whose results are wanted.
 */
export const runTfjs = async (
  topology: string,
  weights: Uint8Array,
  feeds: Readonly<Record<string, NamedTensor>>,
  outputs: readonly string[],
): Promise<Readonly<Record<string, NamedTensor>>> => {
  // Without this TensorFlow.js advertises another of its backends on the console.
  env().set('PROD', true);
  const document = parseTfjsDocument(topology);
  const model = await loadGraphModel({
    load: () =>
      Promise.resolve({
        modelTopology: (JSON.parse(topology) as { modelTopology: object }).modelTopology,
        weightSpecs: document.weightsManifest.flatMap((group) =>
          group.weights.map((entry) => entry as never),
        ),
        weightData: Uint8Array.from(weights).buffer,
      }),
  });
  const inputs = Object.fromEntries(
    Object.entries(feeds).map(([name, { data, shape }]) => [name, tensor(data, [...shape])]),
  );
  const results = model.execute(inputs, [...outputs]);
  const list = Array.isArray(results) ? results : [results];
  const read = list.map((result) => ({
    shape: result.shape,
    data: Float32Array.from(result.dataSync()),
  }));
  dispose(inputs);
  dispose(list);
  model.dispose();
  return Object.fromEntries(
    outputs.map((name, i) => [name, read[i] ?? { shape: [], data: new Float32Array() }]),
  );
};
