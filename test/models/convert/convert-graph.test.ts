import { describe, expect, it } from 'vitest';
import { convertGraph, type ConversionPlan } from '../../../models/convert/convert-graph.ts';
import { readGraph } from '../../../models/convert/graph.ts';
import type { TfjsDocument } from '../../../models/convert/tfjs-document.ts';
import { convertModel } from '../../../models/convert-model.ts';
import type { ModelInput } from '../../../models/manifest-schema.ts';
import { sha256Of } from '../../../models/model-file.ts';
import { ModelError } from '../../../models/model-error.ts';
import { loadOnnx } from '../support/onnx-model.ts';
import { publishedModel } from '../support/published-models.ts';
import {
  flag,
  integers,
  text,
  texts,
  writeModel,
  type SyntheticModel,
} from '../support/synthetic-model.ts';

const plan: ConversionPlan = { name: 'test', outputs: { y: 'out' } };

const convert = (model: SyntheticModel, how: ConversionPlan = plan): Uint8Array => {
  const { topology, weights } = writeModel(model);
  return convertGraph(readGraph(topology, [weights]), how);
};

const errorOf = (action: () => unknown): ModelError => {
  try {
    action();
  } catch (caught) {
    if (caught instanceof ModelError) return caught;
    throw caught;
  }
  throw new Error('nothing was thrown');
};

const slide = {
  padding: text('SAME'),
  strides: integers(1, 1, 1, 1),
  data_format: text('NHWC'),
};

describe('what the conversion does not know is refused by name', () => {
  it('an unknown operation', () => {
    const error = errorOf(() =>
      convert({ inputs: { x: [4] }, nodes: [{ name: 'y', op: 'Erfc', input: ['x'] }] }),
    );
    expect(error.code).toBe('model.unknown-op');
    expect(error.data).toEqual({ op: 'Erfc', node: 'y' });
    expect(error.message).toContain('Erfc');
  });

  const picture = { x: [4, 4, 2] };
  const kernel = { w: { shape: [3, 3, 2, 2], seed: 1 } };
  const forms: readonly (readonly [string, SyntheticModel, RegExp])[] = [
    [
      'a convolution of NCHW pictures',
      {
        inputs: picture,
        constants: kernel,
        nodes: [
          {
            name: 'y',
            op: 'Conv2D',
            input: ['x', 'w'],
            attr: { ...slide, data_format: text('NCHW') },
          },
        ],
      },
      /NCHW/,
    ],
    [
      'explicit padding',
      {
        inputs: picture,
        constants: kernel,
        nodes: [
          {
            name: 'y',
            op: 'Conv2D',
            input: ['x', 'w'],
            attr: { ...slide, padding: text('EXPLICIT') },
          },
        ],
      },
      /EXPLICIT/,
    ],
    [
      'a stride over the channels',
      {
        inputs: picture,
        constants: kernel,
        nodes: [
          {
            name: 'y',
            op: 'Conv2D',
            input: ['x', 'w'],
            attr: { ...slide, strides: integers(1, 1, 1, 2) },
          },
        ],
      },
      /strides/,
    ],
    [
      'an unknown fused activation',
      {
        inputs: picture,
        constants: { ...kernel, b: { shape: [2], seed: 2 } },
        nodes: [
          {
            name: 'y',
            op: '_FusedConv2D',
            input: ['x', 'w', 'b'],
            attr: { ...slide, fused_ops: texts('BiasAdd', 'LeakyRelu') },
          },
        ],
      },
      /LeakyRelu/,
    ],
    [
      'a computed kernel',
      {
        inputs: { x: [4, 4, 2], w: [3, 2, 2] },
        nodes: [{ name: 'y', op: 'Conv2D', input: ['x', 'w'], attr: slide }],
      },
      /kernel is not a constant/,
    ],
    [
      'a convolution of a row',
      {
        inputs: { x: [4] },
        constants: kernel,
        nodes: [{ name: 'y', op: 'Conv2D', input: ['x', 'w'], attr: slide }],
      },
      /2 dimensions instead of 4/,
    ],
    [
      'a mean over the crops',
      {
        inputs: picture,
        constants: { axes: { integers: [0, 1] } },
        nodes: [{ name: 'y', op: 'Mean', input: ['x', 'axes'], attr: { keep_dims: flag(false) } }],
      },
      /crops/,
    ],
    [
      'a reshape that mixes the crops',
      {
        inputs: picture,
        constants: { s: { integers: [-1, 5] } },
        nodes: [{ name: 'y', op: 'Reshape', input: ['x', 's'] }],
      },
      /-1×4×4×2 into -1×5/,
    ],
    [
      'padding that adds crops',
      {
        inputs: { x: [4] },
        constants: { p: { integers: [1, 0, 0, 0], shape: [2, 2] } },
        nodes: [{ name: 'y', op: 'Pad', input: ['x', 'p'] }],
      },
      /adds crops/,
    ],
    [
      'crops one behind the other',
      {
        inputs: { x: [4] },
        constants: { axis: { integers: [0], shape: [] } },
        nodes: [{ name: 'y', op: 'ConcatV2', input: ['x', 'x', 'axis'] }],
      },
      /crops/,
    ],
    [
      'computed operands of different rank',
      {
        inputs: { x: [4, 4, 2], row: [2] },
        nodes: [{ name: 'y', op: 'Add', input: ['x', 'row'] }],
      },
      /2 and 4 dimensions/,
    ],
    [
      'operands that do not fit',
      {
        inputs: { x: [4] },
        constants: { c: { shape: [3], seed: 1 } },
        nodes: [{ name: 'y', op: 'Add', input: ['x', 'c'] }],
      },
      /shapes/,
    ],
    [
      'a squeeze of a dimension that is not 1',
      {
        inputs: picture,
        nodes: [{ name: 'y', op: 'Squeeze', input: ['x'], attr: { squeeze_dims: integers(1) } }],
      },
      /drops dimensions 1/,
    ],
    [
      'a missing input',
      { inputs: picture, nodes: [{ name: 'y', op: 'Add', input: ['x'] }] },
      /no input 1/,
    ],
    [
      'a second output',
      { inputs: picture, nodes: [{ name: 'y', op: 'Relu', input: ['x:1'] }] },
      /x:1/,
    ],
    [
      'an input of unknown size',
      { inputs: { x: [-1, 4, 3] }, nodes: [{ name: 'y', op: 'Relu', input: ['x'] }] },
      /not fixed/,
    ],
  ];
  it.each(forms)('%s', (_, model, reason) => {
    const error = errorOf(() => convert(model));
    expect(error.code).toBe('model.unsupported-form');
    expect(error.data['node']).toMatch(/^[xy]$/);
    expect(error.message).toMatch(reason);
  });
});

describe('a broken graph is refused', () => {
  it.each([
    ['a node that needs its own result', [{ name: 'y', op: 'Relu', input: ['y'] }], /own result/],
    ['a node that is not there', [{ name: 'y', op: 'Relu', input: ['z'] }], /no node z/],
    ['an output that is not there', [{ name: 'z', op: 'Relu', input: ['x'] }], /no node y/],
  ] as const)('%s', (_, nodes, reason) => {
    const error = errorOf(() => convert({ inputs: { x: [4] }, nodes }));
    expect(error.code).toBe('model.graph-invalid');
    expect(error.message).toMatch(reason);
  });

  it.each(['', 'no JSON', '{}', '{"modelTopology":{"node":[{"op":"Relu"}]},"weightsManifest":[]}'])(
    'a topology that is none: %j',
    (topology) => {
      expect(errorOf(() => readGraph(topology, [])).code).toBe('model.graph-invalid');
    },
  );

  it('fewer weight files than the topology names', () => {
    const { topology } = writeModel({ inputs: { x: [4] }, nodes: [] });
    expect(errorOf(() => readGraph(topology, [])).code).toBe('model.weights-invalid');
  });
});

describe('the front of a network', () => {
  const input: ModelInput = {
    name: 'pixels',
    width: 2,
    height: 1,
    channels: 3,
    layout: 'NHWC',
    colourOrder: 'RGB',
    elementType: 'uint8',
    valueRange: { divideBy: 127.5, add: -1, appliedBy: 'graph' },
  };
  const echo: SyntheticModel = {
    inputs: { x: [1, 2, 3] },
    nodes: [{ name: 'y', op: 'Identity', input: ['x'] }],
  };

  it('takes bytes and scales them as the manifest says', async () => {
    const run = await loadOnnx(convert(echo, { ...plan, input }));
    const pixels = Uint8Array.of(0, 255, 51, 102, 204, 1);
    const { out } = await run({ pixels: { shape: [1, 1, 2, 3], data: pixels } });
    expect(out!.shape).toEqual([1, 1, 2, 3]);
    const expected = [...pixels].map((value) => value / 127.5 - 1);
    out!.data.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 6);
    });
  });

  it('leaves the scaling to the caller where the manifest says so', async () => {
    const valueRange = { ...input.valueRange, appliedBy: 'caller' } as const;
    const own = { ...input, elementType: 'float32', valueRange } as const;
    const run = await loadOnnx(convert(echo, { ...plan, input: own }));
    const data = Float32Array.of(0, 0.5, -1, 1, 0.25, 2);
    const { out } = await run({ pixels: { shape: [1, 1, 2, 3], data } });
    expect([...out!.data]).toEqual([...data]);
  });

  it.each([
    ['another size', { ...input, width: 3 }],
    ['another layout', { ...input, layout: 'NCHW' }],
  ] as const)('refuses a manifest that says %s', (_, wrong) => {
    const error = errorOf(() => convert(echo, { ...plan, input: wrong }));
    expect(error.code).toBe('model.graph-invalid');
  });
});

describe('the same bytes everywhere', () => {
  const ids = ['blazeface-back', 'facemesh', 'mobilefacenet'];

  it.each(ids)('%s comes out as the manifest says', (id) => {
    const { model, source, files } = publishedModel(id);
    const onnx = convertModel(model, source, files);
    expect(sha256Of(onnx)).toBe(model.sha256);
    expect(onnx.length).toBe(model.bytes);
  });

  it('does not depend on the order of the nodes or of their attributes', () => {
    const { model, source, files } = publishedModel('mobilefacenet');
    const document = JSON.parse(files.topology) as TfjsDocument;
    document.modelTopology.node.reverse();
    for (const node of document.modelTopology.node) {
      if (node.attr as unknown) node.attr = Object.fromEntries(Object.entries(node.attr).reverse());
    }
    const shuffled = { ...files, topology: JSON.stringify(document) };
    expect(sha256Of(convertModel(model, source, shuffled))).toBe(model.sha256);
  });
});
