import { textsAttribute } from '../attributes.ts';
import { unsupportedForm, type OpContext } from '../op-context.ts';
import type { Value } from '../value.ts';
import { applyPrelu, clipAtSix } from './activation.ts';

/** What TensorFlow fused behind a convolution or a matrix product. */
export interface FusedSteps {
  /** Whether the node's third input is a bias per channel. */
  readonly bias: boolean;
  readonly activation: 'Relu' | 'Relu6' | 'Prelu' | undefined;
}

/**
 * Reads a node's `fused_ops`: nothing, `BiasAdd`, or `BiasAdd` and an activation.
 *
 * @throws ModelError `model.unsupported-form` naming the step that is not known
 */
export const fusedSteps = ({ node }: OpContext): FusedSteps => {
  const steps = textsAttribute(node.attributes, 'fused_ops');
  const bias = steps[0] === 'BiasAdd';
  const [activation, ...more] = bias ? steps.slice(1) : steps;
  if (more.length > 0 || !isKnownActivation(activation)) {
    throw unsupportedForm(node, `it is fused with ${steps.join(', ')}`);
  }
  return { bias, activation };
};

/** Applies the fused activation. The slopes of a PReLU follow the bias among the node's inputs. */
export const activate = (context: OpContext, steps: FusedSteps, x: Value): Value => {
  switch (steps.activation) {
    case undefined:
      return x;
    case 'Relu':
      return {
        name: context.onnx.addNode('Relu', [x.name], context.node.name),
        shape: x.shape,
      };
    case 'Relu6':
      return clipAtSix(context, x);
    case 'Prelu':
      return applyPrelu(context, x, steps.bias ? 3 : 2);
  }
};

const isKnownActivation = (step: string | undefined): step is FusedSteps['activation'] =>
  step === undefined || step === 'Relu' || step === 'Relu6' || step === 'Prelu';
