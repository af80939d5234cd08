import { describe, expect, it } from 'vitest';
import { convertGraph } from '../../../models/convert/convert-graph.ts';
import { readGraph } from '../../../models/convert/graph.ts';
import { opTable } from '../../../models/convert/ops/op-table.ts';
import { sizeOf } from '../../../models/convert/tensor.ts';
import { relativeDifference, seededFloats } from '../support/numbers.ts';
import { loadOnnx } from '../support/onnx-model.ts';
import {
  flag,
  integers,
  text,
  texts,
  writeModel,
  type Attribute,
  type SyntheticConstant,
  type SyntheticModel,
} from '../support/synthetic-model.ts';
import { runTfjs } from '../support/tfjs-model.ts';

interface Case extends SyntheticModel {
  readonly title: string;
  /** How many crops to run at once; 2 unless the published network allows only 1. */
  readonly crops?: number;
}

const picture = [5, 7, 3] as const;

const slide = (
  padding: 'SAME' | 'VALID',
  stride = 1,
  dilation = 1,
): Readonly<Record<string, Attribute>> => ({
  padding: text(padding),
  strides: integers(1, stride, stride, 1),
  dilations: integers(1, dilation, dilation, 1),
  data_format: text('NHWC'),
  explicit_paddings: { list: {} },
});

const fused = (...steps: string[]): Readonly<Record<string, Attribute>> => ({
  fused_ops: texts(...steps),
  num_args: { i: String(steps.includes('Prelu') ? 2 : 1) },
});

/** A network of one operation on the input `x`. */
const one = (
  op: string,
  title: string,
  shape: readonly number[],
  constants: Readonly<Record<string, SyntheticConstant>> = {},
  attr: Readonly<Record<string, Attribute>> = {},
): Case => ({
  title: title === '' ? op : `${op}, ${title}`,
  inputs: { x: shape },
  constants,
  nodes: [{ name: 'y', op, input: ['x', ...Object.keys(constants)], attr }],
});

/** A network of one operation on two computed operands, one derived from the other. */
const two = (op: string): Case => ({
  title: `${op} of two computed pictures`,
  inputs: { x: picture },
  nodes: [
    { name: 'squared', op: 'Square', input: ['x'] },
    { name: 'y', op, input: ['x', 'squared'] },
  ],
});

const kernel = (...shape: number[]): SyntheticConstant => ({ shape, seed: 11 });
const bias = (channels: number): SyntheticConstant => ({ shape: [channels], seed: 12 });
const slopes = (...shape: number[]): SyntheticConstant => ({ shape, seed: 13 });

const cases: readonly Case[] = [
  one('Identity', '', picture),
  ...['Relu', 'Relu6', 'Abs', 'Sigmoid', 'Square', 'Softmax'].flatMap((op) => [
    one(op, 'of a picture', picture),
    one(op, 'of a row', [6]),
  ]),
  {
    title: 'Rsqrt of positive numbers',
    inputs: { x: picture },
    constants: { least: { floats: [0.01], shape: [] } },
    nodes: [
      { name: 'squared', op: 'Square', input: ['x'] },
      { name: 'positive', op: 'Maximum', input: ['squared', 'least'] },
      { name: 'y', op: 'Rsqrt', input: ['positive'] },
    ],
  },

  one('Conv2D', 'same padding', picture, { w: kernel(3, 3, 3, 4) }, slide('SAME')),
  one('Conv2D', 'same padding, stride 2', picture, { w: kernel(3, 3, 3, 4) }, slide('SAME', 2)),
  one('Conv2D', 'an even kernel', [6, 8, 3], { w: kernel(2, 4, 3, 2) }, slide('SAME', 2)),
  one('Conv2D', 'no padding, dilated', [9, 9, 2], { w: kernel(3, 3, 2, 2) }, slide('VALID', 1, 2)),
  ...[['BiasAdd'], ['BiasAdd', 'Relu'], ['BiasAdd', 'Relu6']].map((steps) =>
    one(
      '_FusedConv2D',
      steps.join(' and '),
      picture,
      { w: kernel(3, 3, 3, 4), b: bias(4) },
      { ...slide('SAME'), ...fused(...steps) },
    ),
  ),
  one(
    '_FusedConv2D',
    'BiasAdd and Prelu',
    picture,
    { w: kernel(3, 3, 3, 4), b: bias(4), a: slopes(1, 1, 4) },
    { ...slide('SAME'), ...fused('BiasAdd', 'Prelu') },
  ),
  one('DepthwiseConv2dNative', 'stride 2', picture, { w: kernel(3, 3, 3, 1) }, slide('SAME', 2)),
  one(
    'DepthwiseConv2dNative',
    'two per channel',
    picture,
    { w: kernel(3, 3, 3, 2) },
    slide('VALID'),
  ),
  one(
    'FusedDepthwiseConv2dNative',
    'BiasAdd and Relu',
    picture,
    { w: kernel(3, 3, 3, 1), b: bias(3) },
    { ...slide('SAME'), ...fused('BiasAdd', 'Relu') },
  ),

  ...(['SAME', 'VALID'] as const).map((padding) =>
    one(
      'MaxPool',
      `${padding} padding`,
      picture,
      {},
      {
        ...slide(padding, 2),
        ksize: integers(1, 2, 2, 1),
      },
    ),
  ),
  one('Pad', 'of a picture, channels too', picture, {
    p: { integers: [0, 0, 1, 2, 3, 4, 0, 5], shape: [4, 2] },
  }),

  ...['Add', 'AddV2', 'Sub', 'Mul', 'Maximum', 'Minimum'].flatMap((op) => [
    two(op),
    one(op, 'a constant per channel', picture, { c: kernel(3) }),
    one(op, 'a constant per column', picture, { c: kernel(7, 1) }),
    one(op, 'one constant', picture, { c: { floats: [0.25], shape: [] } }),
    one(op, 'a constant row', [6], { c: kernel(6) }),
  ]),
  {
    title: 'Sub from a constant',
    inputs: { x: picture },
    constants: { c: kernel(3) },
    nodes: [{ name: 'y', op: 'Sub', input: ['c', 'x'] }],
  },
  {
    title: 'Mul of a picture with one number per channel of each crop',
    inputs: { x: picture },
    constants: { axes: { integers: [1, 2] } },
    nodes: [
      { name: 'level', op: 'Mean', input: ['x', 'axes'], attr: { keep_dims: flag(true) } },
      { name: 'y', op: 'Mul', input: ['x', 'level'] },
    ],
  },

  one('Prelu', 'a slope per channel', picture, { a: slopes(1, 1, 3) }),
  one('Prelu', 'a slope per number', picture, { a: slopes(5, 7, 3) }),
  one('Prelu', 'of a row', [6], { a: slopes(6) }),

  one('Reshape', 'picture to row', picture, { s: { integers: [-1, 105] } }),
  {
    ...one('Reshape', 'picture to rows, batch written as 1', picture, {
      s: { integers: [1, 35, 3] },
    }),
    crops: 1,
  },
  one('Reshape', 'row to picture', [24], { s: { integers: [-1, 2, 3, 4] } }),
  one('Reshape', 'row to one pixel', [24], { s: { integers: [-1, 1, 1, 24] } }),
  one('Reshape', 'picture to picture', [4, 6, 2], { s: { integers: [-1, 3, 8, 2] } }),
  one('Squeeze', 'named dimensions', [1, 1, 6], {}, { squeeze_dims: integers(1, 2) }),
  one('Squeeze', 'the last dimension', [4, 5, 1], {}, { squeeze_dims: integers(-1) }),
  ...['Mean', 'Sum'].flatMap((op) => [
    one(op, 'over the pixels', picture, { axes: { integers: [1, 2] } }, { keep_dims: flag(false) }),
    one(
      op,
      'over the pixels, kept',
      picture,
      { axes: { integers: [1, 2] } },
      { keep_dims: flag(true) },
    ),
    one(op, 'over the rows', picture, { axes: { integers: [1] } }, { keep_dims: flag(false) }),
    one(op, 'over the channels', picture, { axes: { integers: [-1] } }, { keep_dims: flag(false) }),
    one(op, 'of a row, kept', [6], { axes: { integers: [1] } }, { keep_dims: flag(true) }),
  ]),
  one('MatMul', '', [6], { w: kernel(6, 4) }),
  one('MatMul', 'transposed', [6], { w: kernel(4, 6) }, { transpose_b: flag(true) }),
  ...[['BiasAdd'], ['BiasAdd', 'Relu'], ['BiasAdd', 'Relu6']].map((steps) =>
    one('_FusedMatMul', steps.join(' and '), [6], { w: kernel(6, 4), b: bias(4) }, fused(...steps)),
  ),
  one(
    '_FusedMatMul',
    'BiasAdd and Prelu',
    [6],
    { w: kernel(6, 4), b: bias(4), a: slopes(4) },
    fused('BiasAdd', 'Prelu'),
  ),
  ...[1, 3, -1, -2].map((axis) => ({
    title: `ConcatV2 along ${axis}`,
    inputs: { x: picture },
    constants: { axis: { integers: [axis], shape: [] } },
    nodes: [
      { name: 'squared', op: 'Square', input: ['x'] },
      {
        name: 'y',
        op: 'ConcatV2',
        input: ['x', 'squared', 'x', 'axis'],
        attr: { N: { i: '3' } },
      },
    ],
  })),
];

const runBoth = async (
  model: Case,
): Promise<{ actual: Float32Array; expected: Float32Array; shapes: (readonly number[])[] }> => {
  const { topology, weights } = writeModel(model);
  const { crops = 2 } = model;
  const feeds = Object.fromEntries(
    Object.entries(model.inputs).map(([name, shape], i) => [
      name,
      { shape: [crops, ...shape], data: seededFloats(crops * sizeOf(shape), i + 1, 8) },
    ]),
  );
  const expected = (await runTfjs(topology, weights, feeds, ['y']))['y']!;
  const onnx = convertGraph(readGraph(topology, [weights]), {
    name: 'test',
    outputs: { y: 'out' },
  });
  const actual = (await (await loadOnnx(onnx))(feeds))['out']!;
  return {
    actual: actual.data,
    expected: expected.data,
    shapes: [actual.shape, expected.shape],
  };
};

describe('each operation, converted, gives what TensorFlow.js gives', () => {
  it.each(cases)('$title', async (model) => {
    const { actual, expected, shapes } = await runBoth(model);
    expect(shapes[0]).toEqual(shapes[1]);
    expect(expected.some((value) => value !== 0)).toBe(true);
    expect(relativeDifference(actual, expected)).toBeLessThan(1e-6);
  });

  it('leaves no operation of the table untested', () => {
    const tested = new Set(cases.flatMap(({ nodes }) => nodes.map(({ op }) => op)));
    expect([...opTable.keys()].filter((op) => !tested.has(op))).toEqual([]);
  });
});
