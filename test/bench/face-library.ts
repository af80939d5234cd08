import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** A library that compares faces. */
export interface FaceLibrary {
  readonly id: string;
  readonly name: string;
  /** From two encoded photographs to how alike the faces are; undefined where one was not found. */
  compare(first: Uint8Array, second: Uint8Array): Promise<number | undefined>;
}

/** What is used of TensorFlow.js, which both of the others stand on. */
export interface Tensors {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  tensor(
    values: Uint8Array,
    shape: readonly number[],
    type: 'int32' | 'float32',
  ): { dispose(): void };
}

export const require = createRequire(import.meta.url);

/** The folder of the WebAssembly files. */
export const wasmFolder = (): string =>
  join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist/');

/** Decodes a photograph, as quickly as it goes in Node, into a tensor. */
export const decodedTensor = async (
  tensors: Tensors,
  bytes: Uint8Array,
  { type, isBatch }: { readonly type: 'int32' | 'float32'; readonly isBatch: boolean },
): Promise<{ dispose(): void }> => {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shape = [info.height, info.width, 3];
  return tensors.tensor(data, isBatch ? [1, ...shape] : shape, type);
};
