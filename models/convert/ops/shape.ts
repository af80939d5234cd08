import { integersAttribute } from '../attributes.ts';
import { batch } from '../onnx-builder.ts';
import { requireConstant, unsupportedForm, type OpConverter } from '../op-context.ts';
import { itemSize, reshape as reshapeValue, storedAxes, storedAxis } from '../value.ts';

/**
 * Another shape for the same numbers. The first dimension stays the number of crops, whatever number the
 * graph has there; the others must hold what one crop holds, one of them may be −1.
 */
export const reshape: OpConverter = (context) => {
  const { node, onnx } = context;
  const x = context.value(0);
  const target = [...requireConstant(context, 1, 'target shape').data];
  const rest = target.slice(1);
  const known = rest.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  const size = itemSize(x.shape);
  const filled = rest.map((dimension) => (dimension === -1 ? size / known : dimension));
  const shape = [batch, ...filled];
  if (target.length === 0 || filled.some((d) => !Number.isInteger(d)) || itemSize(shape) !== size) {
    throw unsupportedForm(node, `it turns ${x.shape.join('×')} into ${target.join('×')}`);
  }
  return reshapeValue(onnx, x, shape, node.name);
};

/** Drops dimensions of size 1: those named, or all but the first where none is named. */
export const squeeze: OpConverter = (context) => {
  const { node, onnx } = context;
  const x = context.value(0);
  const rank = x.shape.length;
  // TensorFlow calls the list `squeeze_dims`, some TensorFlow.js exporters `axis`.
  const named = ['squeeze_dims', 'axis']
    .flatMap((attribute) => integersAttribute(node.attributes, attribute))
    .map((axis) => (axis < 0 ? axis + rank : axis));
  const dropped =
    named.length > 0 ? named : x.shape.flatMap((size, axis) => (size === 1 ? [axis] : []));
  if (dropped.some((axis) => x.shape[axis] !== 1)) {
    throw unsupportedForm(
      node,
      `it drops dimensions ${dropped.join(', ')} of ${x.shape.join('×')}`,
    );
  }
  const shape = x.shape.filter((_, axis) => !dropped.includes(axis));
  return reshapeValue(onnx, x, shape, node.name);
};

/** Zeros around a value. */
export const pad: OpConverter = (context) => {
  const { node, onnx } = context;
  const x = context.value(0);
  const amounts = requireConstant(context, 1, 'padding').data;
  const before = (axis: number): number => amounts[2 * axis] ?? 0;
  const after = (axis: number): number => amounts[2 * axis + 1] ?? 0;
  if (before(0) !== 0 || after(0) !== 0) throw unsupportedForm(node, 'it adds crops');
  const axes = storedAxes(x.shape.length);
  const pads = onnx.addIntegers([...axes.map(before), ...axes.map(after)], `${node.name}/pads`);
  const shape = x.shape.map((size, axis) =>
    axis === 0 ? size : size + before(axis) + after(axis),
  );
  return { name: onnx.addNode('Pad', [x.name, pads], node.name), shape };
};

/** Values one behind the other along a constant axis, which is the last input. */
export const concatenate: OpConverter = (context) => {
  const { node, onnx } = context;
  const last = node.inputs.length - 1;
  const values = node.inputs.slice(0, last).map((_, index) => context.value(index));
  const [first] = values;
  const [given] = requireConstant(context, last, 'axis').data;
  if (first === undefined || given === undefined) throw unsupportedForm(node, 'it has no input');
  const rank = first.shape.length;
  const axis = given < 0 ? given + rank : given;
  if (axis === 0) throw unsupportedForm(node, 'it goes along the crops');
  const length = values.reduce((total, value) => total + (value.shape[axis] ?? 0), 0);
  const names = values.map((value) => value.name);
  return {
    name: onnx.addNode('Concat', names, node.name, { axis: storedAxis(axis, rank) }),
    shape: first.shape.map((size, i) => (i === axis ? length : size)),
  };
};
