import { dirname, join } from 'node:path';
import { decodedTensor, require, type FaceLibrary, type Tensors } from './face-library.ts';

interface FaceApi {
  readonly nets: Readonly<Record<string, { loadFromDisk(folder: string): Promise<void> }>>;
  readonly SsdMobilenetv1Options: new (options: { readonly minConfidence: number }) => object;
  detectSingleFace(
    input: object,
    options: object,
  ): {
    withFaceLandmarks(): {
      withFaceDescriptor(): Promise<{ readonly descriptor: Float32Array } | undefined>;
    };
  };
}

/** npm `@vladmandic/face-api` with its default detector, landmarks and recognition network. */
export const loadFaceApi = async (): Promise<FaceLibrary> => {
  const tensors = require('@tensorflow/tfjs') as Tensors;
  require('@tensorflow/tfjs-backend-wasm');
  const root = dirname(require.resolve('@vladmandic/face-api/package.json'));
  const api = require(join(root, 'dist/face-api.node-wasm.js')) as FaceApi;
  await tensors.setBackend('wasm');
  await tensors.ready();
  for (const net of ['ssdMobilenetv1', 'faceLandmark68Net', 'faceRecognitionNet'])
    await api.nets[net]?.loadFromDisk(join(root, 'model'));
  const options = new api.SsdMobilenetv1Options({ minConfidence: 0.2 });
  const describe = async (bytes: Uint8Array): Promise<Float32Array | undefined> => {
    const input = await decodedTensor(tensors, bytes, { type: 'int32', isBatch: false });
    const found = await api
      .detectSingleFace(input, options)
      .withFaceLandmarks()
      .withFaceDescriptor();
    input.dispose();
    return found?.descriptor;
  };
  return {
    id: 'face-api',
    name: '@vladmandic/face-api 1.7.15',
    compare: async (first, second) => {
      const [a, b] = [await describe(first), await describe(second)];
      // Its measure is a distance: the nearer, the more alike.
      return a && b && -Math.hypot(...a.map((value, index) => value - (b[index] ?? NaN)));
    },
  };
};
