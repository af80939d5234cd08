import { flagAttribute } from '../attributes.ts';
import { requireConstant, unsupportedForm, valueOfRank, type OpConverter } from '../op-context.ts';
import { activate, fusedSteps } from './fused.ts';

/** Rows times a constant matrix, with a bias and an activation where they are fused. */
export const matrixProduct: OpConverter = (context) => {
  const { node, onnx } = context;
  const x = valueOfRank(context, 0, 2);
  const weights = requireConstant(context, 1, 'matrix');
  const steps = fusedSteps(context);
  if (flagAttribute(node.attributes, 'transpose_a')) {
    throw unsupportedForm(node, 'its first operand is transposed');
  }
  const transB = flagAttribute(node.attributes, 'transpose_b') ? 1 : 0;
  const outputs = weights.shape[transB === 1 ? 0 : 1];
  if (outputs === undefined || weights.shape.length !== 2) {
    throw unsupportedForm(node, `its matrix has ${weights.shape.length} dimensions`);
  }
  const inputs = [x.name, onnx.addFloats(weights.data, weights.shape, `${node.name}/matrix`)];
  if (steps.bias) {
    const bias = requireConstant(context, 2, 'bias');
    inputs.push(onnx.addFloats(bias.data, [outputs], `${node.name}/bias`));
  }
  const hint = steps.activation === undefined ? node.name : `${node.name}/sum`;
  const name = onnx.addNode('Gemm', inputs, hint, { transB });
  return activate(context, steps, { name, shape: [x.shape[0] ?? 1, outputs] });
};
