import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertModel } from '../../../models/convert-model.ts';
import type { EmbeddingModel, PackageSource } from '../../../models/manifest-schema.ts';
import { sha256Of } from '../../../models/model-file.ts';
import { writeModel } from './synthetic-model.ts';

type ConvertedModel = EmbeddingModel & { readonly source: PackageSource };

/** A product of its own in a temporary folder, with one tiny model and the package it is built from. */
export interface TemporaryProduct {
  readonly root: string;
  readonly modelsDirectory: string;
  readonly packageDirectory: string;
  /** The manifest entry of the model, with the right hashes. */
  readonly model: ConvertedModel;
  /** The bytes the model has when it is built. */
  readonly onnx: Uint8Array;
  /** Where the model's file belongs. */
  readonly modelFile: string;
  readonly remove: () => void;
}

const published = writeModel({
  inputs: { x: [2, 2, 3] },
  constants: { axes: { integers: [1, 2] }, w: { shape: [3, 2], seed: 5 } },
  nodes: [
    { name: 'mean', op: 'Mean', input: ['x', 'axes'] },
    { name: 'y', op: 'MatMul', input: ['mean', 'w'] },
  ],
});

/** Makes the folder; the model is not built yet. */
export const makeTemporaryProduct = (): TemporaryProduct => {
  const root = mkdtempSync(join(tmpdir(), 'witness-models-'));
  const modelsDirectory = join(root, 'models');
  const packageDirectory = join(root, 'node_modules', 'weights');
  mkdirSync(modelsDirectory);
  mkdirSync(packageDirectory, { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  writeFileSync(join(packageDirectory, 'package.json'), '{"version":"1.2.3"}');
  writeFileSync(join(packageDirectory, 'tiny.json'), published.topology);
  writeFileSync(join(packageDirectory, 'tiny.bin'), published.weights);
  const { model, onnx } = describeModel();
  return {
    root,
    modelsDirectory,
    packageDirectory,
    model,
    onnx,
    modelFile: join(modelsDirectory, model.file),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
};

const describeModel = (): { model: ConvertedModel; onnx: Uint8Array } => {
  const topology = Buffer.from(published.topology);
  const source: PackageSource = {
    kind: 'tfjs-package',
    package: 'weights',
    version: '1.2.3',
    topology: { path: 'tiny.json', bytes: topology.length, sha256: sha256Of(topology) },
    weights: [
      { path: 'tiny.bin', bytes: published.weights.length, sha256: sha256Of(published.weights) },
    ],
    conversion: { outputs: { y: 'embedding' }, repairs: [] },
  };
  const template: [number, number] = [1, 1];
  const draft: ConvertedModel = {
    id: 'tiny',
    role: 'embedding',
    title: 'A model made up for a test',
    file: 'onnx/tiny.onnx',
    bytes: 1,
    sha256: '0'.repeat(64),
    source,
    licence: { spdx: 'MIT', provenance: 'made up for a test' },
    input: {
      name: 'pixels',
      width: 2,
      height: 2,
      channels: 3,
      layout: 'NHWC',
      colourOrder: 'RGB',
      elementType: 'uint8',
      valueRange: { divideBy: 255, add: 0, appliedBy: 'graph' },
    },
    outputs: { embedding: 'two numbers' },
    embedding: {
      family: 'arcface',
      vector: 'embedding',
      length: 2,
      unitLength: false,
      mirrored: false,
      alignment: {
        template: [template, template, template, template, template],
        width: 2,
        height: 2,
        zoomOut: 1,
      },
    },
  };
  const onnx = convertModel(draft, source, {
    topology: published.topology,
    weights: [published.weights],
  });
  return { model: { ...draft, bytes: onnx.length, sha256: sha256Of(onnx) }, onnx };
};
