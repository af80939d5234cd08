/** A constant of a network: numbers in row-major order. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** How many numbers a shape holds; 1 for a scalar's empty shape. */
export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, dimension) => product * dimension, 1);

/**
 * Reorders the axes of a tensor: axis `i` of the result is axis `order[i]` of the source.
 *
 * @param order - A permutation of the axes, as long as the tensor's shape.
 */
export const transposeTensor = (tensor: Tensor, order: readonly number[]): Tensor => {
  const sourceStrides = stridesOf(tensor.shape);
  const shape = order.map((axis) => tensor.shape[axis] ?? 1);
  const strides = order.map((axis) => sourceStrides[axis] ?? 0);
  const data = tensor.data.slice();
  const index = shape.map(() => 0);
  let source = 0;
  for (let target = 0; target < data.length; target++) {
    data[target] = tensor.data[source] ?? 0;
    // Counts up like an odometer, moving the source position along.
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (index[axis] ?? 0) + 1;
      source += strides[axis] ?? 0;
      if (next < (shape[axis] ?? 1)) {
        index[axis] = next;
        break;
      }
      source -= (strides[axis] ?? 0) * next;
      index[axis] = 0;
    }
  }
  return { shape, data };
};

const stridesOf = (shape: readonly number[]): number[] => {
  const strides: number[] = [];
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides.unshift(stride);
    stride *= shape[axis] ?? 1;
  }
  return strides;
};
