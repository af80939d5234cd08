import type { ModelInput } from '../manifest-schema.ts';
import { ModelError } from '../model-error.ts';
import { shapeAttribute } from './attributes.ts';
import { nodeOf, type Graph, type GraphNode } from './graph.ts';
import { addInputStage } from './input-stage.ts';
import { batch, OnnxBuilder } from './onnx-builder.ts';
import { unsupportedForm, type OpContext } from './op-context.ts';
import { opTable } from './ops/op-table.ts';
import { fromTensorflowOrder, inTensorflowOrder, type Value } from './value.ts';

/** How a network is to come out. */
export interface ConversionPlan {
  /** Name of the ONNX graph. */
  readonly name: string;
  /** Graph node → ONNX output, in the order of the outputs. What leads to none of these is left out. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The picture the one input takes. Without it, every input keeps its own name and takes floats. */
  readonly input?: ModelInput;
}

/**
 * Converts a TensorFlow.js network to ONNX.
 *
 * Pictures go through the network as NCHW; inputs and outputs stay NHWC. The first dimension of every
 * input and output is free. The same network and plan give the same bytes on every machine.
 *
 * @throws ModelError `model.unknown-op`, `model.unsupported-form`, `model.graph-invalid`
 */
export const convertGraph = (graph: Graph, plan: ConversionPlan): Uint8Array => {
  const onnx = new OnnxBuilder(plan.name);
  const conversion = new Conversion(graph, plan, onnx);
  for (const [node, output] of Object.entries(plan.outputs)) {
    const value = conversion.valueOf(node);
    onnx.addOutput(output, inTensorflowOrder(onnx, value), value.shape);
  }
  return onnx.encode();
};

/** One walk from the outputs back to the inputs, converting each node once. */
class Conversion {
  readonly #graph: Graph;
  readonly #plan: ConversionPlan;
  readonly #onnx: OnnxBuilder;
  readonly #done = new Map<string, Value>();
  readonly #underWay = new Set<string>();

  constructor(graph: Graph, plan: ConversionPlan, onnx: OnnxBuilder) {
    this.#graph = graph;
    this.#plan = plan;
    this.#onnx = onnx;
  }

  valueOf(name: string): Value {
    const known = this.#done.get(name);
    if (known !== undefined) return known;
    if (this.#underWay.has(name)) {
      throw new ModelError('model.graph-invalid', { reason: `node ${name} needs its own result` });
    }
    this.#underWay.add(name);
    const value = this.#convert(nodeOf(this.#graph, name));
    this.#done.set(name, value);
    return value;
  }

  #convert(node: GraphNode): Value {
    if (node.op === 'Placeholder') return this.#convertInput(node);
    const convert = opTable.get(node.op);
    if (convert === undefined) {
      throw new ModelError('model.unknown-op', { op: node.op, node: node.name });
    }
    return convert(this.#contextOf(node));
  }

  #contextOf(node: GraphNode): OpContext {
    const inputName = (index: number): string => {
      const name = node.inputs[index];
      if (name === undefined) throw unsupportedForm(node, `it has no input ${index}`);
      return name;
    };
    return {
      node,
      onnx: this.#onnx,
      constant: (index) => this.#graph.constants.get(inputName(index)),
      value: (index) => this.valueOf(inputName(index)),
    };
  }

  #convertInput(node: GraphNode): Value {
    const shape = shapeAttribute(node.attributes, 'shape');
    if (shape === undefined || shape.length === 0 || shape.slice(1).some((size) => size < 1)) {
      throw unsupportedForm(node, 'its shape is not fixed');
    }
    if (this.#plan.input !== undefined) return addInputStage(this.#onnx, this.#plan.input, shape);
    const free = [batch, ...shape.slice(1)];
    const name = this.#onnx.addInput(node.name, 'float32', free);
    return fromTensorflowOrder(this.#onnx, name, free);
  }
}
