import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  decodedTensor,
  require,
  wasmFolder,
  type FaceLibrary,
  type Tensors,
} from './face-library.ts';

interface Human {
  readonly tf: Tensors;
  readonly match: { similarity(a: readonly number[], b: readonly number[]): number };
  init(): Promise<void>;
  load(): Promise<void>;
  detect(
    input: object,
  ): Promise<{ readonly face: readonly { readonly embedding?: readonly number[] }[] }>;
}

/** It reads its models with `fetch`, which in Node knows no files. */
const letFetchReadFiles = (): void => {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    return address.startsWith('file:')
      ? new Response(await readFile(fileURLToPath(address)))
      : fetch(input, init);
  };
};

const off = { enabled: false };

/** npm `@vladmandic/human` with what a comparison needs: detector, mesh, and its own description. */
export const loadHuman = async (): Promise<FaceLibrary> => {
  letFetchReadFiles();
  const dist = dirname(require.resolve('@vladmandic/human'));
  // The package exports it under a name that Node cannot resolve.
  const { Human } = require(join(dist, 'human.node-wasm.js')) as {
    readonly Human: new (settings: object) => Human;
  };
  const human = new Human({
    backend: 'wasm',
    wasmPath: wasmFolder(),
    modelBasePath: pathToFileURL(join(dist, '..', 'models/')).href,
    debug: false,
    // Every photograph is another one.
    cacheSensitivity: 0,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 1, minConfidence: 0.2 },
      mesh: { enabled: true },
      description: { enabled: true },
      ...{ attention: off, iris: off, emotion: off, antispoof: off, liveness: off },
    },
  });
  await human.init();
  await human.load();
  const describe = async (bytes: Uint8Array): Promise<readonly number[] | undefined> => {
    const input = await decodedTensor(human.tf, bytes, { type: 'float32', isBatch: true });
    const { face } = await human.detect(input);
    input.dispose();
    return face[0]?.embedding;
  };
  return {
    id: 'human',
    name: '@vladmandic/human 3.3.6',
    compare: async (first, second) => {
      const [a, b] = [await describe(first), await describe(second)];
      return a && b && human.match.similarity(a, b);
    },
  };
};
