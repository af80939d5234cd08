import { requireConstant, type OpContext, type OpConverter } from '../op-context.ts';
import type { Tensor } from '../tensor.ts';
import { constantOfRank, storedAxis, type Value } from '../value.ts';

/** Operations that work on each number alone and have one ONNX operation: TensorFlow → ONNX. */
const sameEverywhere = (opType: string): OpConverter => {
  return ({ node, onnx, value }) => {
    const x = value(0);
    return { name: onnx.addNode(opType, [x.name], node.name), shape: x.shape };
  };
};

export const relu = sameEverywhere('Relu');
export const abs = sameEverywhere('Abs');
export const sigmoid = sameEverywhere('Sigmoid');

/** min(max(x, 0), 6) */
export const relu6: OpConverter = (context) => clipAtSix(context, context.value(0));

/** x². */
export const square: OpConverter = ({ node, onnx, value }) => {
  const x = value(0);
  return { name: onnx.addNode('Mul', [x.name, x.name], node.name), shape: x.shape };
};

/** 1 / √x. */
export const rsqrt: OpConverter = ({ node, onnx, value }) => {
  const x = value(0);
  const root = onnx.addNode('Sqrt', [x.name], `${node.name}/sqrt`);
  return { name: onnx.addNode('Reciprocal', [root], node.name), shape: x.shape };
};

/** Softmax over the last axis, the only one TensorFlow's operation knows. */
export const softmax: OpConverter = ({ node, onnx, value }) => {
  const x = value(0);
  const axis = storedAxis(-1, x.shape.length);
  return { name: onnx.addNode('Softmax', [x.name], node.name, { axis }), shape: x.shape };
};

/** x where x ≥ 0, else slope · x, with a slope per channel or per element. */
export const prelu: OpConverter = (context) => applyPrelu(context, context.value(0), 1);

/** {@link relu6} of a value inside a fused operation. */
export const clipAtSix = ({ node, onnx }: OpContext, x: Value): Value => {
  const low = onnx.addFloats([0], [], `${node.name}/0`);
  const high = onnx.addFloats([6], [], `${node.name}/6`);
  return { name: onnx.addNode('Clip', [x.name, low, high], node.name), shape: x.shape };
};

/** {@link prelu} of a value, with the slopes from the node's input `slopesIndex`. */
export const applyPrelu = (context: OpContext, x: Value, slopesIndex: number): Value => {
  const { node, onnx } = context;
  const slopes = requireConstant(context, slopesIndex, 'slope');
  if (x.shape.length === 4 && slopes.data.length === x.shape[3]) {
    return preluByChannel(context, x, slopes);
  }
  const slope = constantOfRank(onnx, slopes, x.shape.length, `${node.name}/slope`);
  return { name: onnx.addNode('PRelu', [x.name, slope.name], node.name), shape: x.shape };
};

/**
 * A PReLU of a picture with one slope per channel, as `relu(x) + (−slope) · relu(−x)`: the same numbers.
 *
 * onnxruntime has no PReLU for the blocked layout in which it convolves: it would bring each picture out
 * of that layout and back, and branch on every number in between. Written as 1 × 1 convolutions of each
 * channel, whose ReLU and addition it fuses, the whole network stays in that layout, which halves the
 * time of the networks that have a PReLU behind every convolution.
 */
const preluByChannel = ({ node, onnx }: OpContext, x: Value, slopes: Tensor): Value => {
  const channels = slopes.data.length;
  const scaled = (source: string, factors: ArrayLike<number>, hint: string): string => {
    const kernel = onnx.addFloats(factors, [channels, 1, 1, 1], `${hint}/kernel`);
    const attributes = { kernel_shape: [1, 1], group: channels };
    return onnx.addNode('Conv', [source, kernel], hint, attributes);
  };
  const minusOnes = new Float32Array(channels).fill(-1);
  const minusSlopes = slopes.data.map((slope) => -slope);
  const positive = onnx.addNode('Relu', [x.name], `${node.name}/positive`);
  const mirrored = scaled(x.name, minusOnes, `${node.name}/mirrored`);
  const negative = onnx.addNode('Relu', [mirrored], `${node.name}/negative`);
  const sloped = scaled(negative, minusSlopes, `${node.name}/sloped`);
  return { name: onnx.addNode('Add', [sloped, positive], node.name), shape: x.shape };
};
