import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  modelManifestSchema,
  type DetectorModel,
  type EmbeddingModel,
  type LandmarksModel,
  type Model,
  type ModelManifest,
  type ModelRole,
} from './manifest-schema.ts';
import { ModelError } from './model-error.ts';

/** The models that work together on one photograph. */
export interface ModelPipeline {
  readonly detector: DetectorModel;
  readonly landmarks: LandmarksModel;
  readonly embedding: EmbeddingModel;
}

/**
 * Reads and checks `manifest.json` of a models folder.
 *
 * @param modelsDirectory - The folder that holds `manifest.json` and the files it names.
 * @throws ModelError `model.read-failed`, `model.manifest-invalid`
 */
export const readModelManifest = (modelsDirectory: string): ModelManifest => {
  const file = join(modelsDirectory, 'manifest.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ModelError('model.read-failed', { file, reason: reasonOf(cause) }, { cause });
  }
  return parseModelManifest(text, file);
};

/**
 * Checks the text of a manifest: its shape, and that its parts agree with each other.
 *
 * @param file - What to call the manifest in an error.
 * @throws ModelError `model.manifest-invalid`
 */
export const parseModelManifest = (text: string, file = 'manifest.json'): ModelManifest => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new ModelError('model.manifest-invalid', { file, reason: reasonOf(cause) }, { cause });
  }
  const parsed = modelManifestSchema.safeParse(json);
  if (!parsed.success) {
    throw new ModelError('model.manifest-invalid', { file, reason: firstIssue(parsed.error) });
  }
  const disagreement = firstDisagreement(parsed.data);
  if (disagreement !== undefined) {
    throw new ModelError('model.manifest-invalid', { file, reason: disagreement });
  }
  return parsed.data;
};

/**
 * The model of a role by its id.
 *
 * @throws ModelError `model.not-listed`
 */
export const findModel = <Role extends ModelRole>(
  manifest: ModelManifest,
  role: Role,
  id: string,
): Extract<Model, { role: Role }> => {
  const isWanted = (model: Model): model is Extract<Model, { role: Role }> =>
    model.role === role && model.id === id;
  const model = manifest.models.find(isWanted);
  if (model === undefined) throw new ModelError('model.not-listed', { id, role });
  return model;
};

/**
 * The models the engine uses: those of the manifest's `pipeline`, or others of the same role by id.
 *
 * @throws ModelError `model.not-listed`
 */
export const modelPipeline = (
  manifest: ModelManifest,
  chosen: Partial<ModelManifest['pipeline']> = {},
): ModelPipeline => {
  const ids = { ...manifest.pipeline, ...chosen };
  return {
    detector: findModel(manifest, 'detector', ids.detector),
    landmarks: findModel(manifest, 'landmarks', ids.landmarks),
    embedding: findModel(manifest, 'embedding', ids.embedding),
  };
};

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  if (issue === undefined) return error.message;
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
};

/** What the schema cannot say: references between entries. */
const firstDisagreement = (manifest: ModelManifest): string | undefined => {
  const seen = new Set<string>();
  for (const model of manifest.models) {
    if (seen.has(model.id)) return `the model ${model.id} is listed twice`;
    seen.add(model.id);
    const missing = usedOutputs(model).find((output) => !(output in model.outputs));
    if (missing !== undefined)
      return `${model.id} uses the output ${missing}, which it does not list`;
    const unmade = unmadeOutput(model);
    if (unmade !== undefined) return `the conversion of ${model.id} does not make ${unmade}`;
    const beyond = landmarkBeyondMesh(model);
    if (beyond !== undefined) return `${model.id} uses the landmark ${beyond}, which it has not`;
  }
  for (const role of ['detector', 'landmarks', 'embedding'] as const) {
    const id = manifest.pipeline[role];
    if (!manifest.models.some((model) => model.role === role && model.id === id)) {
      return `pipeline.${role} names ${id}, which is no ${role} model of this manifest`;
    }
  }
  return undefined;
};

const usedOutputs = (model: Model): readonly string[] => {
  switch (model.role) {
    case 'detector':
      return model.detector.grids.flatMap((grid) => [grid.scores, grid.boxes]);
    case 'landmarks':
      return [model.landmarks.points, model.landmarks.presence];
    case 'embedding':
      return [model.embedding.vector];
  }
};

const unmadeOutput = (model: Model): string | undefined => {
  if (model.source.kind !== 'tfjs-package') return undefined;
  const made = Object.values(model.source.conversion.outputs);
  return Object.keys(model.outputs).find((output) => !made.includes(output));
};

const landmarkBeyondMesh = (model: Model): number | undefined => {
  if (model.role !== 'landmarks') return undefined;
  const { silhouette, bareSkin, maskArea, pose } = model.look;
  const used = [
    ...silhouette,
    ...bareSkin,
    ...maskArea,
    pose.left,
    pose.right,
    pose.top,
    pose.bottom,
  ];
  return used.find((index) => index >= model.landmarks.landmarks);
};
