import { convertGraph } from './convert/convert-graph.ts';
import { readGraph } from './convert/graph.ts';
import { repairGraph } from './convert/repairs/repair-graph.ts';
import type { Model, PackageSource } from './manifest-schema.ts';

/** The files a model is converted from. */
export interface ModelSourceFiles {
  /** Text of the topology, `model.json`. */
  readonly topology: string;
  /** The weight shards, in the manifest's order. */
  readonly weights: readonly Uint8Array[];
}

/**
 * Makes a model's ONNX file from its published files, as its manifest entry says.
 *
 * @throws ModelError for anything in the files that the conversion does not know
 */
export const convertModel = (
  model: Model,
  { conversion }: PackageSource,
  files: ModelSourceFiles,
): Uint8Array => {
  const published = readGraph(files.topology, files.weights);
  const repaired = repairGraph(published, conversion.repairs);
  return convertGraph(repaired, {
    name: model.id,
    outputs: conversion.outputs,
    input: model.input,
  });
};
