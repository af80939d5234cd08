import { describe, expect, it } from 'vitest';
import { convertGraph } from '../../../models/convert/convert-graph.ts';
import { readGraph, type Graph } from '../../../models/convert/graph.ts';
import { repairGraph } from '../../../models/convert/repairs/repair-graph.ts';
import { loadOnnx } from '../support/onnx-model.ts';
import {
  integers,
  text,
  texts,
  writeModel,
  type SyntheticModel,
  type SyntheticNode,
} from '../support/synthetic-model.ts';

const reluRepair = { kind: 'relu-before-prelu', places: 1 } as const;
const slopeRepair = { kind: 'negated-prelu-slopes', places: 1 } as const;

/** A convolution that does nothing, as published: with a ReLU fused into it. */
const convolution: SyntheticNode = {
  name: 'convolution',
  op: 'FusedDepthwiseConv2dNative',
  input: ['x', 'kernel', 'bias'],
  attr: {
    padding: text('SAME'),
    strides: integers(1, 1, 1, 1),
    data_format: text('NHWC'),
    fused_ops: texts('BiasAdd', 'Relu'),
  },
};

/** `positive + (source − |source|) · multiplier` */
const unrolled = (source: string, positive: string): SyntheticNode[] => [
  { name: 'magnitude', op: 'Abs', input: [source] },
  { name: 'difference', op: 'Sub', input: [source, 'magnitude'] },
  { name: 'product', op: 'Mul', input: ['difference', 'multiplier'] },
  { name: 'y', op: 'Add', input: [positive, 'product'] },
];

const constants = {
  kernel: { floats: [1, 1], shape: [1, 1, 2, 1] },
  bias: { floats: [0, 0] },
  multiplier: { floats: [-0.125, 0.25] },
};

const behindConvolution: SyntheticModel = {
  inputs: { x: [1, 1, 2] },
  constants,
  nodes: [convolution, ...unrolled('convolution', 'convolution')],
};

const behindInput: SyntheticModel = {
  inputs: { x: [1, 1, 2] },
  constants,
  nodes: [{ name: 'positive', op: 'Relu', input: ['x'] }, ...unrolled('x', 'positive')],
};

const graphOf = (model: SyntheticModel): Graph => {
  const { topology, weights } = writeModel(model);
  return readGraph(topology, [weights]);
};

const run = async (graph: Graph, ...x: number[]): Promise<number[]> => {
  const session = await loadOnnx(convertGraph(graph, { name: 'test', outputs: { y: 'out' } }));
  const feed = { shape: [1, 1, 1, 2], data: Float32Array.from(x) };
  return [...(await session({ x: feed }))['out']!.data].map((value) => value + 0);
};

/** The network and a copy of its sum: two PReLUs. */
const twice = (model: SyntheticModel): SyntheticModel => {
  const sum = model.nodes.find(({ name }) => name === 'y')!;
  return { ...model, nodes: [...model.nodes, { ...sum, name: 'z' }] };
};

describe('the repairs of a PReLU written out as arithmetic', () => {
  it('as published: the slopes have the wrong sign', async () => {
    expect(await run(graphOf(behindInput), -8, -8)).toEqual([2, -4]);
  });

  it('negated-prelu-slopes gives x, or −2 times the multiplier times x', async () => {
    const repaired = repairGraph(graphOf(behindInput), [slopeRepair]);
    expect(repaired.nodes.get('y')?.op).toBe('Prelu');
    expect(await run(repaired, -8, -8)).toEqual([-2, 4]);
    expect(await run(repaired, 3, 5)).toEqual([3, 5]);
  });

  it('as published: no negative number passes the convolution', async () => {
    expect(await run(graphOf(behindConvolution), -8, -8)).toEqual([0, 0]);
  });

  it('relu-before-prelu lets the negative numbers through, and changes nothing else', async () => {
    const repaired = repairGraph(graphOf(behindConvolution), [reluRepair]);
    expect(await run(repaired, -8, -8)).toEqual([2, -4]);
    expect(await run(repaired, 3, 5)).toEqual([3, 5]);
  });

  it('together they give the PReLU that was meant', async () => {
    const repaired = repairGraph(graphOf(behindConvolution), [reluRepair, slopeRepair]);
    expect(await run(repaired, -8, -8)).toEqual([-2, 4]);
    expect(await run(repaired, 3, 5)).toEqual([3, 5]);
  });

  it('recognises the sum with its operands the other way round', () => {
    const nodes = behindInput.nodes.map((node) =>
      node.name === 'y' ? { ...node, input: [...node.input].reverse() } : node,
    );
    const repaired = repairGraph(graphOf({ ...behindInput, nodes }), [slopeRepair]);
    expect(repaired.nodes.get('y')?.op).toBe('Prelu');
  });

  it('keeps a ReLU that another part of the network reads', () => {
    const reader: SyntheticNode = { name: 'reader', op: 'Sigmoid', input: ['convolution'] };
    const model = { ...behindConvolution, nodes: [...behindConvolution.nodes, reader] };
    expect(() => repairGraph(graphOf(model), [reluRepair])).toThrow(
      expect.objectContaining({ code: 'model.repair-mismatch' }) as Error,
    );
  });

  it('leaves the published graph as it was', async () => {
    const published = graphOf(behindConvolution);
    repairGraph(published, [reluRepair, slopeRepair]);
    expect(await run(published, -8, -8)).toEqual([0, 0]);
  });

  it.each([
    ['nothing to repair', { inputs: { x: [1, 1, 2] }, nodes: [] }, 0],
    ['more to repair than expected', twice(behindInput), 2],
  ] as const)('stops at a network with %s', (_, model, actual) => {
    expect(() => repairGraph(graphOf(model), [slopeRepair])).toThrow(
      expect.objectContaining({
        code: 'model.repair-mismatch',
        data: { repair: 'negated-prelu-slopes', expected: 1, actual },
      }) as Error,
    );
  });

  it.each([
    ['a product of two computed values', 'product', { op: 'Mul', input: ['difference', 'x'] }],
    ['the magnitude of something else', 'magnitude', { op: 'Abs', input: ['positive'] }],
    ['another positive branch', 'y', { op: 'Add', input: ['product', 'magnitude'] }],
  ] as const)('does not take %s for a PReLU', (_, name, change) => {
    const nodes = behindInput.nodes.map((node) =>
      node.name === name ? { ...node, ...change } : node,
    );
    const graph = graphOf({ ...behindInput, nodes });
    expect(() => repairGraph(graph, [slopeRepair])).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ actual: 0 }) as object }) as Error,
    );
  });
});
