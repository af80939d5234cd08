import { join } from 'node:path';
import { convertModel, type ModelSourceFiles } from '../../../models/convert-model.ts';
import type { Model, PackageSource } from '../../../models/manifest-schema.ts';
import { readModelManifest } from '../../../models/manifest.ts';
import { findProductRoot } from '../../../models/product-root.ts';
import { findSourcePackage, readSourceFiles } from '../../../models/source-files.ts';

export const productRoot = findProductRoot(import.meta.dirname);
export const modelsDirectory = join(productRoot, 'models');

/** A model of the product together with its published files. */
export interface PublishedModel {
  readonly model: Model;
  readonly source: PackageSource;
  readonly files: ModelSourceFiles;
}

/** Reads the published files of a model of the product. */
export const publishedModel = (id: string): PublishedModel => {
  const model = readModelManifest(modelsDirectory).models.find((candidate) => candidate.id === id);
  if (model?.source.kind !== 'tfjs-package') throw new Error(`${id} is not converted`);
  const directory = findSourcePackage(productRoot, id, model.source);
  return { model, source: model.source, files: readSourceFiles(directory, id, model.source) };
};

/** Converts a model of the product without any repair: what its publisher's own runtime computes. */
export const convertAsPublished = ({ model, source, files }: PublishedModel): Uint8Array =>
  convertModel(model, { ...source, conversion: { ...source.conversion, repairs: [] } }, files);
