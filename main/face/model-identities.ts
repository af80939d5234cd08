import type { Model } from '../../models/manifest-schema.ts';
import { sha256Of } from '../../models/model-file.ts';

/**
 * What a calibration is bound to: the hash of each model's file, and one of how the manifest says the
 * models are to be used. A threshold measured with another crop, template or input range is as wrong
 * as one of another network.
 */
export const modelIdentities = (models: readonly Model[]): Readonly<Record<string, string>> => {
  const usage = models.map((model) => [model.id, model.input, usageOf(model)]);
  return {
    ...Object.fromEntries(models.map(({ id, sha256 }) => [id, sha256])),
    usage: sha256Of(Buffer.from(JSON.stringify(usage))),
  };
};

const usageOf = (model: Model): object => {
  switch (model.role) {
    case 'detector':
      return model.detector;
    case 'landmarks':
      return model.landmarks;
    case 'embedding':
      return model.embedding;
  }
};
