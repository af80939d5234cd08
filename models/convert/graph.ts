import { ModelError } from '../model-error.ts';
import type { Attributes } from './attributes.ts';
import type { Tensor } from './tensor.ts';
import { parseTfjsDocument, type TfjsDocument, type TfjsNode } from './tfjs-document.ts';
import { readWeights } from './weights.ts';

/** One operation of a network. */
export interface GraphNode {
  readonly name: string;
  /** TensorFlow's name of the operation. */
  readonly op: string;
  /** Names of the nodes whose first output it reads. */
  readonly inputs: readonly string[];
  readonly attributes: Attributes;
}

/** A network: its nodes, and the constants of its `Const` nodes. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly constants: ReadonlyMap<string, Tensor>;
}

/**
 * Reads a TensorFlow.js graph model.
 *
 * @param topology - Text of its `model.json`.
 * @param shards - All weight shards, in the order in which the topology names them.
 * @throws ModelError `model.graph-invalid`, `model.weights-invalid`, `model.unsupported-form`
 */
export const readGraph = (topology: string, shards: readonly Uint8Array[]): Graph => {
  const document = parseTfjsDocument(topology);
  const nodes = new Map<string, GraphNode>();
  for (const node of document.modelTopology.node) nodes.set(node.name, toGraphNode(node));
  return { nodes, constants: readConstants(document, shards) };
};

/**
 * A node of the graph by name.
 *
 * @throws ModelError `model.graph-invalid`
 */
export const nodeOf = (graph: Graph, name: string): GraphNode => {
  const node = graph.nodes.get(name);
  if (node === undefined) {
    throw new ModelError('model.graph-invalid', { reason: `it has no node ${name}` });
  }
  return node;
};

/** Node → the nodes that read it. */
export const readersOf = (graph: Graph): ReadonlyMap<string, readonly GraphNode[]> => {
  const readers = new Map<string, GraphNode[]>();
  for (const node of graph.nodes.values()) {
    for (const input of new Set(node.inputs)) {
      const known = readers.get(input);
      if (known === undefined) readers.set(input, [node]);
      else known.push(node);
    }
  }
  return readers;
};

const toGraphNode = (node: TfjsNode): GraphNode => ({
  name: node.name,
  op: node.op,
  // `^name` only orders the execution; nothing here has side effects that need an order.
  inputs: node.input
    .filter((input) => !input.startsWith('^'))
    .map((input) => firstOutput(input, node)),
  attributes: node.attr,
});

/** `name` and `name:0` are a node's first output; no operation known here has another. */
const firstOutput = (input: string, reader: TfjsNode): string => {
  const match = /^(.*?)(?::(\d+))?$/.exec(input);
  if (match?.[2] !== undefined && match[2] !== '0') {
    const reason = `it reads ${input}, which is not a first output`;
    throw new ModelError('model.unsupported-form', { op: reader.op, node: reader.name, reason });
  }
  return match?.[1] ?? input;
};

const readConstants = (
  document: TfjsDocument,
  shards: readonly Uint8Array[],
): ReadonlyMap<string, Tensor> => {
  const constants = new Map<string, Tensor>();
  let next = 0;
  for (const group of document.weightsManifest) {
    const own = shards.slice(next, next + group.paths.length);
    next += group.paths.length;
    if (own.length < group.paths.length) {
      throw new ModelError('model.weights-invalid', { reason: 'there are fewer files than named' });
    }
    const bytes = Buffer.concat(own);
    for (const [name, tensor] of readWeights(group.weights, bytes)) constants.set(name, tensor);
  }
  return constants;
};
