import { batch } from '../onnx-builder.ts';
import { unsupportedForm, type OpContext, type OpConverter } from '../op-context.ts';
import { constantOfRank, type Value } from '../value.ts';

/** An operation on two operands, each number with its partner, broadcasting as NumPy does. */
const ofTwo = (opType: string): OpConverter => {
  return (context) => {
    const { node, onnx } = context;
    const [a, b] = operands(context);
    const shape = broadcastShape(context, a.shape, b.shape);
    return { name: onnx.addNode(opType, [a.name, b.name], node.name), shape };
  };
};

export const add = ofTwo('Add');
export const subtract = ofTwo('Sub');
export const multiply = ofTwo('Mul');
export const maximum = ofTwo('Max');
export const minimum = ofTwo('Min');

/** Both operands in the same layout. A constant takes on the rank of the computed one. */
const operands = (context: OpContext): readonly [Value, Value] => {
  const { node, onnx } = context;
  const constants = [context.constant(0), context.constant(1)] as const;
  const rank = Math.max(
    ...constants.map((constant, i) => constant?.shape.length ?? context.value(i).shape.length),
  );
  const operand = (index: 0 | 1): Value => {
    const constant = constants[index];
    if (constant !== undefined)
      return constantOfRank(onnx, constant, rank, `${node.name}/${index}`);
    const value = context.value(index);
    // A computed value of lower rank would need a place for its batch among the axes of the other.
    if (value.shape.length === rank) return value;
    throw unsupportedForm(node, `its operands have ${value.shape.length} and ${rank} dimensions`);
  };
  return [operand(0), operand(1)];
};

const broadcastShape = (
  { node }: OpContext,
  a: readonly number[],
  b: readonly number[],
): readonly number[] =>
  a.map((size, axis) => {
    const other = b[axis] ?? 1;
    if (size === other || other === 1) return size;
    // A constant that holds one value per crop has no meaning when the number of crops is free.
    if (size === 1 && other === batch) return other;
    if (size === 1 && axis > 0) return other;
    throw unsupportedForm(node, `its operands have the shapes ${a.join('×')} and ${b.join('×')}`);
  });
