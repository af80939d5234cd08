import { integersAttribute } from '../attributes.ts';
import { unsupportedForm, valueOfRank, type OpConverter } from '../op-context.ts';
import { windowOf } from './window.ts';

/** The largest number within a window. Padding never wins, as in TensorFlow. */
export const maxPool: OpConverter = (context) => {
  const { node, onnx } = context;
  const x = valueOfRank(context, 0, 4);
  const [overBatch, height, width, overChannels] = integersAttribute(node.attributes, 'ksize');
  if (overBatch !== 1 || overChannels !== 1 || height === undefined || width === undefined) {
    throw unsupportedForm(node, 'its window reaches over crops or channels');
  }
  const window = windowOf(node, x.shape, [height, width]);
  const name = onnx.addNode('MaxPool', [x.name], node.name, {
    kernel_shape: [height, width],
    strides: window.strides,
    pads: window.pads,
  });
  const [crops = 1, , , channels = 1] = x.shape;
  return { name, shape: [crops, window.outputHeight, window.outputWidth, channels] };
};
