import { nodeOf, type Graph, type GraphNode } from '../graph.ts';

/**
 * A PReLU written out as arithmetic: `positive + (x − |x|) · multiplier`.
 * For negative x the second term is `2 · multiplier · x`, for others 0.
 */
export interface UnrolledPrelu {
  /** The node of the sum: what the rest of the network reads. */
  readonly sum: GraphNode;
  /** Name of x. */
  readonly source: string;
  /** Name of the positive branch: `Relu(x)`, or x itself. */
  readonly positive: string;
  /** Name of the constant multiplier. */
  readonly multiplier: string;
}

/** Finds every PReLU of a network that is written out as arithmetic. */
export const findUnrolledPrelus = (graph: Graph): readonly UnrolledPrelu[] =>
  [...graph.nodes.values()].flatMap((node) => {
    const found = asUnrolledPrelu(graph, node);
    return found === undefined ? [] : [found];
  });

const asUnrolledPrelu = (graph: Graph, sum: GraphNode): UnrolledPrelu | undefined => {
  if (sum.op !== 'Add' && sum.op !== 'AddV2') return undefined;
  const [left, right] = sum.inputs;
  if (left === undefined || right === undefined) return undefined;
  return matchBranches(graph, sum, left, right) ?? matchBranches(graph, sum, right, left);
};

const matchBranches = (
  graph: Graph,
  sum: GraphNode,
  positive: string,
  negative: string,
): UnrolledPrelu | undefined => {
  const product = nodeOf(graph, negative);
  if (product.op !== 'Mul') return undefined;
  const multiplier = product.inputs.find((input) => graph.constants.has(input));
  const differenceName = product.inputs.find((input) => input !== multiplier);
  if (multiplier === undefined || differenceName === undefined) return undefined;

  const difference = nodeOf(graph, differenceName);
  const [source, magnitudeName] = difference.inputs;
  if (difference.op !== 'Sub' || source === undefined || magnitudeName === undefined) {
    return undefined;
  }
  const magnitude = nodeOf(graph, magnitudeName);
  if (magnitude.op !== 'Abs' || magnitude.inputs[0] !== source) return undefined;

  const branch = nodeOf(graph, positive);
  const isRelu = branch.op === 'Relu' && branch.inputs[0] === source;
  return isRelu || positive === source ? { sum, source, positive, multiplier } : undefined;
};
