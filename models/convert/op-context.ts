import { ModelError } from '../model-error.ts';
import type { GraphNode } from './graph.ts';
import type { OnnxBuilder } from './onnx-builder.ts';
import type { Tensor } from './tensor.ts';
import type { Value } from './value.ts';

/** What the conversion of one node may use. */
export interface OpContext {
  readonly node: GraphNode;
  readonly onnx: OnnxBuilder;
  /** The node's input `index` as a tensor known now; undefined where it is computed at run time. */
  readonly constant: (index: number) => Tensor | undefined;
  /** The node's input `index` as computed at run time; converts what it needs. */
  readonly value: (index: number) => Value;
}

/** Turns one node of the network into ONNX nodes and gives their result. */
export type OpConverter = (context: OpContext) => Value;

/** The operation of this node is known, but not in this form. */
export const unsupportedForm = (node: GraphNode, reason: string): ModelError =>
  new ModelError('model.unsupported-form', { op: node.op, node: node.name, reason });

/**
 * An input that must be a constant.
 *
 * @throws ModelError `model.unsupported-form`
 */
export const requireConstant = (context: OpContext, index: number, meaning: string): Tensor => {
  const tensor = context.constant(index);
  if (tensor === undefined) {
    throw unsupportedForm(context.node, `its ${meaning} is not a constant`);
  }
  return tensor;
};

/**
 * A computed input of the given rank.
 *
 * @throws ModelError `model.unsupported-form`
 */
export const valueOfRank = (context: OpContext, index: number, rank: number): Value => {
  const value = context.value(index);
  if (value.shape.length !== rank) {
    const reason = `its input has ${value.shape.length} dimensions instead of ${rank}`;
    throw unsupportedForm(context.node, reason);
  }
  return value;
};
