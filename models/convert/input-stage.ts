import type { ModelInput } from '../manifest-schema.ts';
import { ModelError } from '../model-error.ts';
import { batch, type OnnxBuilder } from './onnx-builder.ts';
import { elementTypes } from './onnx-proto.ts';
import { fromTensorflowOrder, type Value } from './value.ts';

/**
 * The front of a converted network: takes pixels as an image library gives them, and makes of them what
 * the network works on. Transposing bytes before they become floats moves a quarter of the memory.
 *
 * @param shape - NHWC shape the network asks for.
 * @throws ModelError `model.graph-invalid` where the network and the manifest disagree
 */
export const addInputStage = (
  onnx: OnnxBuilder,
  input: ModelInput,
  shape: readonly number[],
): Value => {
  const wanted = [input.height, input.width, input.channels];
  if (shape.length !== 4 || shape.slice(1).join() !== wanted.join()) {
    const reason = `its input is ${shape.join('×')}, the manifest says ${wanted.join('×')}`;
    throw new ModelError('model.graph-invalid', { reason });
  }
  if (input.layout !== 'NHWC') {
    throw new ModelError('model.graph-invalid', {
      reason: `the manifest wants ${input.layout} pixels, a TensorFlow.js network takes NHWC`,
    });
  }
  const free = [batch, ...shape.slice(1)];
  const pixels = onnx.addInput(input.name, input.elementType, free);
  const picture = fromTensorflowOrder(onnx, pixels, free);
  const floats =
    input.elementType === 'uint8'
      ? onnx.addNode('Cast', [picture.name], `${pixels}/float`, { to: elementTypes.float32 })
      : picture.name;
  return { name: scaled(onnx, floats, input), shape: free };
};

const scaled = (onnx: OnnxBuilder, floats: string, { valueRange, name }: ModelInput): string => {
  if (valueRange.appliedBy !== 'graph') return floats;
  let result = floats;
  if (valueRange.divideBy !== 1) {
    const divisor = onnx.addFloats([valueRange.divideBy], [], `${name}/divisor`);
    result = onnx.addNode('Div', [result, divisor], `${name}/divided`);
  }
  if (valueRange.add !== 0) {
    const shift = onnx.addFloats([valueRange.add], [], `${name}/shift`);
    result = onnx.addNode('Add', [result, shift], `${name}/scaled`);
  }
  return result;
};
