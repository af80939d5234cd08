import {
  requireConstant,
  unsupportedForm,
  valueOfRank,
  type OpContext,
  type OpConverter,
} from '../op-context.ts';
import { transposeTensor, type Tensor } from '../tensor.ts';
import type { Value } from '../value.ts';
import { activate, fusedSteps } from './fused.ts';
import { windowOf } from './window.ts';

/** A convolution over all channels. TensorFlow keeps its weights as HWIO, ONNX as OIHW. */
export const convolution: OpConverter = (context) => {
  const weights = weightsOf(context);
  const [, , , outputs = 0] = weights.shape;
  return convolve(context, weights, transposeTensor(weights, [3, 2, 0, 1]), outputs, 1);
};

/**
 * A convolution of each channel on its own. TensorFlow keeps its weights as height, width, channel,
 * multiplier; ONNX wants one group per channel, the outputs in the same order.
 */
export const depthwiseConvolution: OpConverter = (context) => {
  const weights = weightsOf(context);
  const [height = 0, width = 0, channels = 0, multiplier = 0] = weights.shape;
  const outputs = channels * multiplier;
  const { data } = transposeTensor(weights, [2, 3, 0, 1]);
  const grouped = { shape: [outputs, 1, height, width], data };
  return convolve(context, weights, grouped, outputs, channels);
};

const weightsOf = (context: OpContext): Tensor => {
  const weights = requireConstant(context, 1, 'kernel');
  if (weights.shape.length !== 4) {
    throw unsupportedForm(context.node, `its kernel has ${weights.shape.length} dimensions`);
  }
  return weights;
};

const convolve = (
  context: OpContext,
  weights: Tensor,
  stored: Tensor,
  outputs: number,
  group: number,
): Value => {
  const { node, onnx } = context;
  const x = valueOfRank(context, 0, 4);
  const steps = fusedSteps(context);
  const [height = 0, width = 0] = weights.shape;
  const window = windowOf(node, x.shape, [height, width]);
  const inputs = [x.name, onnx.addFloats(stored.data, stored.shape, `${node.name}/kernel`)];
  if (steps.bias) {
    const bias = requireConstant(context, 2, 'bias');
    inputs.push(onnx.addFloats(bias.data, [outputs], `${node.name}/bias`));
  }
  const name = onnx.addNode('Conv', inputs, outputName(node.name, steps.activation), {
    kernel_shape: [height, width],
    strides: window.strides,
    dilations: window.dilations,
    pads: window.pads,
    group,
  });
  const shape = [x.shape[0] ?? 1, window.outputHeight, window.outputWidth, outputs];
  return activate(context, steps, { name, shape });
};

/** Keeps the node's own name for what comes out of its last step. */
const outputName = (name: string, activation: string | undefined): string =>
  activation === undefined ? name : `${name}/sum`;
