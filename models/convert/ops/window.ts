import { integersAttribute, textAttribute } from '../attributes.ts';
import type { GraphNode } from '../graph.ts';
import { unsupportedForm } from '../op-context.ts';

/** How a window slides over a picture: what convolutions and pooling have in common. */
export interface Window {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  /** Rows above, columns left, rows below, columns right. */
  readonly pads: readonly [number, number, number, number];
  readonly outputHeight: number;
  readonly outputWidth: number;
}

/**
 * Reads strides, dilations and padding of a node that slides a window over an NHWC picture.
 *
 * With TensorFlow's `SAME` padding the output has ⌈size / stride⌉ steps, and an odd padding puts the
 * extra row or column at the end.
 *
 * @throws ModelError `model.unsupported-form`
 */
export const windowOf = (
  node: GraphNode,
  shape: readonly number[],
  kernel: readonly [number, number],
): Window => {
  const format = textAttribute(node.attributes, 'data_format') ?? 'NHWC';
  if (format !== 'NHWC') throw unsupportedForm(node, `its data format is ${format}`);
  const padding = textAttribute(node.attributes, 'padding');
  if (padding !== 'SAME' && padding !== 'VALID') {
    throw unsupportedForm(node, `its padding is ${padding ?? 'missing'}`);
  }
  const strides = spatialPair(node, 'strides');
  const dilations = spatialPair(node, 'dilations');
  const along = (axis: 0 | 1): Extent =>
    extentOf(shape[axis + 1] ?? 1, kernel[axis], strides[axis], dilations[axis], padding);
  const rows = along(0);
  const columns = along(1);
  return {
    strides,
    dilations,
    pads: [rows.before, columns.before, rows.after, columns.after],
    outputHeight: rows.steps,
    outputWidth: columns.steps,
  };
};

interface Extent {
  readonly steps: number;
  readonly before: number;
  readonly after: number;
}

const extentOf = (
  size: number,
  kernel: number,
  stride: number,
  dilation: number,
  padding: 'SAME' | 'VALID',
): Extent => {
  const reach = (kernel - 1) * dilation + 1;
  if (padding === 'VALID') {
    return { steps: Math.floor((size - reach) / stride) + 1, before: 0, after: 0 };
  }
  const steps = Math.ceil(size / stride);
  const missing = Math.max((steps - 1) * stride + reach - size, 0);
  const before = Math.floor(missing / 2);
  return { steps, before, after: missing - before };
};

/** Height and width of an NHWC list of four; 1 and 1 where it is absent. */
const spatialPair = (node: GraphNode, name: string): [number, number] => {
  const list = integersAttribute(node.attributes, name);
  if (list.length === 0) return [1, 1];
  const [overBatch, height, width, overChannels] = list;
  if (overBatch !== 1 || overChannels !== 1 || height === undefined || width === undefined) {
    throw unsupportedForm(node, `its ${name} are ${list.join(', ')}`);
  }
  return [height, width];
};
