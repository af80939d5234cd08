import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { NamedTensor } from './tfjs-model.ts';

/** Bytes or floats to feed, with their shape. */
export interface Feed {
  readonly shape: readonly number[];
  readonly data: Uint8Array | Float32Array;
}

/** Loads an ONNX model for repeated runs; its outputs are 32-bit floats. */
export const loadOnnx = async (
  model: Uint8Array,
): Promise<(feeds: Readonly<Record<string, Feed>>) => Promise<Record<string, NamedTensor>>> => {
  const session = await InferenceSession.create(model, {
    graphOptimizationLevel: 'all',
    intraOpNumThreads: 1,
    logSeverityLevel: 3,
  });
  return async (feeds) => {
    const inputs = Object.entries(feeds).map(([name, { data, shape }]) => [
      name,
      data instanceof Uint8Array
        ? new Tensor('uint8', data, shape)
        : new Tensor('float32', data, shape),
    ]);
    const results = await session.run(Object.fromEntries(inputs) as Record<string, Tensor>);
    return Object.fromEntries(
      Object.entries(results).map(([name, { dims, data }]) => [
        name,
        { shape: dims, data: Float32Array.from(data as Float32Array) },
      ]),
    );
  };
};
