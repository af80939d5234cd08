import type { OpConverter } from '../op-context.ts';
import { abs, prelu, relu, relu6, rsqrt, sigmoid, softmax, square } from './activation.ts';
import { add, maximum, minimum, multiply, subtract } from './arithmetic.ts';
import { convolution, depthwiseConvolution } from './convolution.ts';
import { matrixProduct } from './dense.ts';
import { maxPool } from './pooling.ts';
import { mean, sum } from './reduction.ts';
import { concatenate, pad, reshape, squeeze } from './shape.ts';

/** Every TensorFlow operation the conversion knows, besides inputs and constants. */
export const opTable: ReadonlyMap<string, OpConverter> = new Map<string, OpConverter>([
  ['Identity', ({ value }) => value(0)],
  ['Conv2D', convolution],
  ['_FusedConv2D', convolution],
  ['DepthwiseConv2dNative', depthwiseConvolution],
  ['FusedDepthwiseConv2dNative', depthwiseConvolution],
  ['MaxPool', maxPool],
  ['Pad', pad],
  ['Add', add],
  ['AddV2', add],
  ['Sub', subtract],
  ['Mul', multiply],
  ['Maximum', maximum],
  ['Minimum', minimum],
  ['Relu', relu],
  ['Relu6', relu6],
  ['Prelu', prelu],
  ['Abs', abs],
  ['Sigmoid', sigmoid],
  ['Softmax', softmax],
  ['Square', square],
  ['Rsqrt', rsqrt],
  ['Reshape', reshape],
  ['Squeeze', squeeze],
  ['Mean', mean],
  ['Sum', sum],
  ['MatMul', matrixProduct],
  ['_FusedMatMul', matrixProduct],
  ['ConcatV2', concatenate],
]);
