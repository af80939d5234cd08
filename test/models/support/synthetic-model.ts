import { sizeOf } from '../../../models/convert/tensor.ts';
import { seededFloats } from './numbers.ts';

/** An attribute as protobuf's JSON writes it. */
export type Attribute = object;

const base64 = (value: string): string => Buffer.from(value).toString('base64');

export const text = (value: string): Attribute => ({ s: base64(value) });
export const texts = (...values: string[]): Attribute => ({ list: { s: values.map(base64) } });
export const integers = (...values: number[]): Attribute => ({ list: { i: values.map(String) } });
export const flag = (value: boolean): Attribute => ({ b: value });

/** One operation of a network made up for a test. */
export interface SyntheticNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr?: Readonly<Record<string, Attribute>>;
}

/** A constant: floats (seeded where only a shape is given) or integers. */
export type SyntheticConstant =
  | { readonly floats: readonly number[]; readonly shape?: readonly number[] }
  | { readonly integers: readonly number[]; readonly shape?: readonly number[] }
  | { readonly shape: readonly number[]; readonly seed: number };

export interface SyntheticModel {
  /** Input node → its shape without the batch. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly constants?: Readonly<Record<string, SyntheticConstant>>;
  readonly nodes: readonly SyntheticNode[];
}

/** Writes a made-up network as TensorFlow.js publishes one: a topology and one weight shard. */
export const writeModel = (model: SyntheticModel): { topology: string; weights: Uint8Array } => {
  const constants = Object.entries(model.constants ?? {}).map(([name, constant]) => ({
    name,
    ...valuesOf(constant),
  }));
  const placeholders = Object.entries(model.inputs).map(([name, shape]) => ({
    name,
    op: 'Placeholder',
    attr: {
      dtype: { type: 'DT_FLOAT' },
      shape: { shape: { dim: [-1, ...shape].map((size) => ({ size: String(size) })) } },
    },
  }));
  const topology = JSON.stringify({
    modelTopology: {
      versions: { producer: 440 },
      node: [
        ...placeholders,
        ...constants.map(({ name }) => ({ name, op: 'Const' })),
        ...model.nodes,
      ],
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: constants.map(({ name, shape, dtype }) => ({ name, shape, dtype })),
      },
    ],
  });
  const shards = constants.map(({ data }) => Buffer.from(data.buffer));
  return { topology, weights: Buffer.concat(shards) };
};

interface Values {
  readonly dtype: 'float32' | 'int32';
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

const valuesOf = (constant: SyntheticConstant): Values => {
  if ('integers' in constant) {
    const data = Int32Array.from(constant.integers);
    return { dtype: 'int32', shape: constant.shape ?? [data.length], data };
  }
  if ('floats' in constant) {
    const data = Float32Array.from(constant.floats);
    return { dtype: 'float32', shape: constant.shape ?? [data.length], data };
  }
  const { shape, seed } = constant;
  return { dtype: 'float32', shape, data: seededFloats(sizeOf(shape), seed) };
};
