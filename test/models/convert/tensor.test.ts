import '@tensorflow/tfjs-backend-cpu';
import { env, tensor, transpose } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf, transposeTensor } from '../../../models/convert/tensor.ts';

describe('transposing a constant', () => {
  it('gives what TensorFlow.js gives, for any shape and order of axes', () => {
    env().set('PROD', true);
    const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    const cases = shapes.chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.shuffledSubarray(
          shape.map((_, axis) => axis),
          { minLength: shape.length },
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([shape, order]) => {
        const data = Float32Array.from({ length: sizeOf(shape) }, (_, i) => i);
        const actual = transposeTensor({ shape, data }, order);
        const expected = transpose(tensor(data, shape), order);
        expect(actual.shape).toEqual(expected.shape);
        expect([...actual.data]).toEqual([...expected.dataSync()]);
        expected.dispose();
      }),
    );
  });

  it('leaves a scalar alone', () => {
    const scalar = { shape: [], data: Float32Array.of(7) };
    expect(transposeTensor(scalar, [])).toEqual(scalar);
  });
});
