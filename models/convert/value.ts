import { batch, type OnnxBuilder } from './onnx-builder.ts';
import { sizeOf, transposeTensor, type Tensor } from './tensor.ts';

/**
 * A result of the network while it is being converted.
 *
 * TensorFlow.js works in NHWC, onnxruntime is fastest in NCHW. So a value of rank 4 is stored as NCHW,
 * any other as it is; `shape` is always TensorFlow's. Its first dimension is {@link batch}.
 */
export interface Value {
  /** Name in the ONNX graph. */
  readonly name: string;
  readonly shape: readonly number[];
}

/** Stored axis → TensorFlow's axis, for rank 4 (NCHW from NHWC). */
const nchwFromNhwc = [0, 3, 1, 2] as const;
/** The way back. */
const nhwcFromNchw = [0, 2, 3, 1] as const;

/** TensorFlow's axes in the order in which a value of this rank is stored. */
export const storedAxes = (rank: number): readonly number[] =>
  rank === 4 ? nchwFromNhwc : Array.from({ length: rank }, (_, axis) => axis);

/** Where TensorFlow's `axis` is in a stored value; negative axes count from the end. */
export const storedAxis = (axis: number, rank: number): number =>
  storedAxes(rank).indexOf(axis < 0 ? axis + rank : axis);

/** A shape in the order in which it is stored. */
const storedShape = (shape: readonly number[]): readonly number[] =>
  storedAxes(shape.length).map((axis) => shape[axis] ?? 1);

/** Numbers in one crop of a value: the size without the batch. */
export const itemSize = (shape: readonly number[]): number => sizeOf(shape.slice(1));

/** The value in TensorFlow's own order of axes, for reshaping or as an output. */
export const inTensorflowOrder = (onnx: OnnxBuilder, value: Value): string =>
  value.shape.length === 4
    ? onnx.addNode('Transpose', [value.name], `${value.name}/nhwc`, { perm: nhwcFromNchw })
    : value.name;

/** Takes a tensor that is in TensorFlow's order, and stores it as this conversion does. */
export const fromTensorflowOrder = (
  onnx: OnnxBuilder,
  name: string,
  shape: readonly number[],
): Value => ({
  name:
    shape.length === 4
      ? onnx.addNode('Transpose', [name], `${name}/nchw`, { perm: nchwFromNhwc })
      : name,
  shape,
});

/**
 * Gives a value another shape of the same size.
 *
 * Where the order of its numbers is the same in both layouts (one pixel, or one channel), the transposes
 * are left out.
 */
export const reshape = (
  onnx: OnnxBuilder,
  value: Value,
  shape: readonly number[],
  hint: string,
): Value => {
  const source = sameInBothLayouts(value.shape) ? value.name : inTensorflowOrder(onnx, value);
  const direct = sameInBothLayouts(shape);
  const target = (direct ? storedShape(shape) : shape).map((size) => (size === batch ? -1 : size));
  const name = onnx.addNode('Reshape', [source, onnx.addIntegers(target, `${hint}/shape`)], hint);
  return direct ? { name, shape } : fromTensorflowOrder(onnx, name, shape);
};

/** Adds a constant so that it broadcasts against values of the given rank as TensorFlow broadcasts it. */
export const constantOfRank = (
  onnx: OnnxBuilder,
  tensor: Tensor,
  rank: number,
  hint: string,
): Value => {
  const shape = [
    ...Array<number>(Math.max(0, rank - tensor.shape.length)).fill(1),
    ...tensor.shape,
  ];
  const stored = transposeTensor({ shape, data: tensor.data }, storedAxes(shape.length));
  return { name: onnx.addFloats(stored.data, stored.shape, hint), shape };
};

const sameInBothLayouts = (shape: readonly number[]): boolean => {
  if (shape.length !== 4) return true;
  const [, height = 1, width = 1, channels = 1] = shape;
  return (height === 1 && width === 1) || channels === 1;
};
