import { flagAttribute } from '../attributes.ts';
import { requireConstant, unsupportedForm, type OpConverter } from '../op-context.ts';
import { inTensorflowOrder, storedAxes, storedAxis, type Value } from '../value.ts';

/** Mean over constant axes. */
export const mean: OpConverter = (context) => reduce(context, 'ReduceMean');
/** Sum over constant axes. */
export const sum: OpConverter = (context) => reduce(context, 'ReduceSum');

const reduce = (context: Parameters<OpConverter>[0], opType: 'ReduceMean' | 'ReduceSum'): Value => {
  const { node, onnx } = context;
  const x = context.value(0);
  const rank = x.shape.length;
  const axes = [...requireConstant(context, 1, 'list of axes').data].map((axis) =>
    axis < 0 ? axis + rank : axis,
  );
  if (axes.includes(0)) throw unsupportedForm(node, 'it goes over the crops');
  const keep = flagAttribute(node.attributes, 'keep_dims');
  const shape = x.shape
    .map((size, axis) => (axes.includes(axis) ? 1 : size))
    .filter((_, axis) => keep || !axes.includes(axis));

  // What remains must be in TensorFlow's order, unless it stays a picture.
  const stays = storedAxes(rank).filter((axis) => !axes.includes(axis));
  const inOrder = keep || stays.every((axis, i) => i === 0 || axis > (stays[i - 1] ?? 0));
  const source = inOrder ? x.name : inTensorflowOrder(onnx, x);
  const onnxAxes = (inOrder ? axes.map((axis) => storedAxis(axis, rank)) : axes).sort(
    (a, b) => a - b,
  );

  const keepdims = keep ? 1 : 0;
  // In operator set 13 the axes of a sum are an input, those of a mean an attribute.
  const name =
    opType === 'ReduceSum'
      ? onnx.addNode(opType, [source, onnx.addIntegers(onnxAxes, `${node.name}/axes`)], node.name, {
          keepdims,
        })
      : onnx.addNode(opType, [source], node.name, { axes: onnxAxes, keepdims });
  return { name, shape };
};
