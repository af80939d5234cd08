import { textsAsAttribute, textsAttribute } from '../attributes.ts';
import { nodeOf, readersOf, type Graph, type GraphNode } from '../graph.ts';
import { findUnrolledPrelus, type UnrolledPrelu } from './unrolled-prelu.ts';

/** A repaired network, and at how many places it was changed. */
export interface Repaired {
  readonly graph: Graph;
  readonly places: number;
}

/**
 * Takes away a ReLU that was fused, by mistake, into a convolution whose result goes through a PReLU.
 *
 * With the ReLU in front, no negative number reaches the PReLU and its slopes do nothing. The ReLU moves
 * to where an unrolled PReLU has one: its positive branch.
 */
export const moveReluBehindConvolution = (graph: Graph): Repaired => {
  const nodes = new Map(graph.nodes);
  const readers = readersOf(graph);
  let places = 0;
  for (const prelu of findUnrolledPrelus(graph)) {
    const source = nodeOf(graph, prelu.source);
    if (prelu.positive !== prelu.source || !endsInRelu(source)) continue;
    // Somebody else may want the ReLU.
    if (!(readers.get(source.name) ?? []).every((reader) => belongsTo(prelu, reader))) continue;
    const relu = reluOf(source.name, `${prelu.sum.name}/positive`);
    nodes.set(relu.name, relu);
    nodes.set(source.name, withoutFusedRelu(source));
    nodes.set(prelu.sum.name, readingInstead(prelu.sum, source.name, relu.name));
    places++;
  }
  return { graph: { ...graph, nodes }, places };
};

const fusedOf = (node: GraphNode): readonly string[] =>
  textsAttribute(node.attributes, 'fused_ops');

const endsInRelu = (node: GraphNode): boolean => fusedOf(node).at(-1) === 'Relu';

const belongsTo = (prelu: UnrolledPrelu, reader: GraphNode): boolean =>
  reader.name === prelu.sum.name || reader.op === 'Abs' || reader.op === 'Sub';

const withoutFusedRelu = (node: GraphNode): GraphNode => ({
  ...node,
  attributes: { ...node.attributes, fused_ops: textsAsAttribute(fusedOf(node).slice(0, -1)) },
});

const reluOf = (input: string, name: string): GraphNode => ({
  name,
  op: 'Relu',
  inputs: [input],
  attributes: {},
});

const readingInstead = (node: GraphNode, before: string, after: string): GraphNode => ({
  ...node,
  inputs: node.inputs.map((input) => (input === before ? after : input)),
});
