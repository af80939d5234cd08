import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Model } from '../../models/manifest-schema.ts';
import { modelPipeline, readModelManifest } from '../../models/manifest.ts';

/** One network on its own: no photograph, no crop, nothing read from its answer. */
const bareRun = async (
  modelsDirectory: string,
  { file, input }: Model,
  count: number,
): Promise<() => Promise<unknown>> => {
  const session = await InferenceSession.create(readFileSync(join(modelsDirectory, file)), {
    graphOptimizationLevel: 'all',
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  });
  const pixels = Uint8Array.from(
    { length: count * input.width * input.height * 3 },
    (_, i) =>
      // No constant picture: a processor is quicker with numbers that vanish.
      Math.imul(i, 2654435761) >>> 24,
  );
  const dims = [count, input.height, input.width, 3];
  const feeds = { [input.name]: new Tensor('uint8', pixels, dims) };
  return () => session.run(feeds);
};

/**
 * What the networks cost without anything around them: a function that runs, for two photographs, the
 * detector twice, the landmarks twice and the embedding once with a batch of two.
 */
export const bareModelsForTwo = async (modelsDirectory: string): Promise<() => Promise<void>> => {
  const models = modelPipeline(readModelManifest(modelsDirectory));
  const detector = await bareRun(modelsDirectory, models.detector, 1);
  const landmarks = await bareRun(modelsDirectory, models.landmarks, 1);
  const embedding = await bareRun(modelsDirectory, models.embedding, 2);
  return async () => {
    for (const run of [detector, detector, landmarks, landmarks, embedding]) await run();
  };
};
