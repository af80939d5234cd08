import {
  attributeTypes,
  elementTypes,
  encodeModel,
  type AttributeMessage,
  type ElementType,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage,
} from './onnx-proto.ts';
import { sizeOf } from './tensor.ts';

/** The dimension of a shape that is the number of crops, free at run time. */
export const batch = -1;

/** ONNX attributes of one node; arrays are `INTS`, numbers `INT`. */
export type OnnxAttributes = Readonly<Record<string, number | readonly number[]>>;

/** IR version 8 and operator set 13: the oldest with everything the conversion writes. */
const irVersion = 8;
const operatorSet = 13;

/**
 * Collects the nodes, constants, inputs and outputs of an ONNX graph, and encodes it.
 * Every name handed out is new, and depends only on the calls made before.
 */
export class OnnxBuilder {
  readonly #graphName: string;
  readonly #names = new Set<string>();
  readonly #nodes: NodeMessage[] = [];
  readonly #initializers: TensorMessage[] = [];
  readonly #inputs: ValueInfoMessage[] = [];
  readonly #outputs: ValueInfoMessage[] = [];

  constructor(graphName: string) {
    this.#graphName = graphName;
  }

  /** Declares an input of the graph and gives its name. */
  addInput(name: string, elementType: ElementType, shape: readonly number[]): string {
    const unique = this.#unique(name);
    this.#inputs.push(valueInfo(unique, elementType, shape));
    return unique;
  }

  /** Makes a value an output of the graph under a name of its own. */
  addOutput(name: string, value: string, shape: readonly number[]): void {
    const unique = this.#unique(name);
    this.#push('Identity', [value], {}, unique);
    this.#outputs.push(valueInfo(unique, 'float32', shape));
  }

  /** Adds a node with one output and gives that output's name. */
  addNode(
    opType: string,
    inputs: readonly string[],
    hint: string,
    attributes: OnnxAttributes = {},
  ): string {
    const output = this.#unique(hint);
    this.#push(opType, inputs, attributes, output);
    return output;
  }

  /** Adds a constant of 32-bit floats and gives its name. */
  addFloats(data: ArrayLike<number>, shape: readonly number[], hint: string): string {
    const bytes = new Uint8Array(sizeOf(shape) * 4);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < data.length; i++) view.setFloat32(i * 4, data[i] ?? 0, true);
    return this.#addTensor('float32', shape, bytes, hint);
  }

  /** Adds a list of 64-bit integers (a shape, axes, pads) and gives its name. */
  addIntegers(data: readonly number[], hint: string): string {
    const bytes = new Uint8Array(data.length * 8);
    const view = new DataView(bytes.buffer);
    data.forEach((value, i) => {
      view.setBigInt64(i * 8, BigInt(value), true);
    });
    return this.#addTensor('int64', [data.length], bytes, hint);
  }

  /** The whole graph as an ONNX file. */
  encode(): Uint8Array {
    return encodeModel({
      irVersion,
      producerName: 'witness',
      graph: {
        node: this.#nodes,
        name: this.#graphName,
        initializer: this.#initializers,
        input: this.#inputs,
        output: this.#outputs,
      },
      opsetImport: [{ domain: '', version: operatorSet }],
    });
  }

  #addTensor(
    elementType: ElementType,
    dims: readonly number[],
    rawData: Uint8Array,
    hint: string,
  ): string {
    const name = this.#unique(hint);
    this.#initializers.push({ dims, dataType: elementTypes[elementType], name, rawData });
    return name;
  }

  #push(
    opType: string,
    input: readonly string[],
    attributes: OnnxAttributes,
    output: string,
  ): void {
    const attribute = Object.entries(attributes).map(([name, value]) => attributeOf(name, value));
    this.#nodes.push({ input, output: [output], name: output, opType, attribute });
  }

  #unique(hint: string): string {
    let name = hint;
    for (let count = 2; this.#names.has(name); count++) name = `${hint}#${count}`;
    this.#names.add(name);
    return name;
  }
}

const attributeOf = (name: string, value: number | readonly number[]): AttributeMessage =>
  typeof value === 'number'
    ? { name, i: value, type: attributeTypes.integer }
    : { name, ints: value, type: attributeTypes.integers };

const valueInfo = (
  name: string,
  elementType: ElementType,
  shape: readonly number[],
): ValueInfoMessage => {
  const dim = shape.map((size) => (size === batch ? { dimParam: 'N' } : { dimValue: size }));
  return { name, type: { tensorType: { elemType: elementTypes[elementType], shape: { dim } } } };
};
