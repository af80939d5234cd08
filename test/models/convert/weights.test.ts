import '@tensorflow/tfjs-backend-cpu';
import { dispose, env, io } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../models/convert/tensor.ts';
import type { WeightEntry } from '../../../models/convert/tfjs-document.ts';
import { readWeights } from '../../../models/convert/weights.ts';

type Form = Omit<WeightEntry, 'name' | 'shape'>;

/** Every stored form with the bytes one number takes. */
const forms: readonly (readonly [Form, number])[] = [
  [{ dtype: 'float32' }, 4],
  [{ dtype: 'int32' }, 4],
  [{ dtype: 'bool' }, 1],
  [{ dtype: 'float32', quantization: { dtype: 'float16' } }, 2],
  [{ dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.0123, min: -1.7 } }, 1],
  [{ dtype: 'float32', quantization: { dtype: 'uint16', scale: 3e-5, min: 0.25 } }, 2],
];

const widthOf = (entry: WeightEntry): number =>
  forms.find(
    ([form]) =>
      form.dtype === entry.dtype && form.quantization?.dtype === entry.quantization?.dtype,
  )![1];

const entries = fc
  .array(
    fc.record({
      form: fc.constantFrom(...forms.map(([form]) => form)),
      shape: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ form, shape }, i): WeightEntry => ({ name: `w${i}`, shape, ...form })),
  );

const bytesFor = (list: readonly WeightEntry[]): fc.Arbitrary<Uint8Array> => {
  const length = list.reduce((sum, entry) => sum + sizeOf(entry.shape) * widthOf(entry), 0);
  return fc.uint8Array({ minLength: length, maxLength: length });
};

const plain = (data: ArrayLike<number>): number[] => Array.from(data);

describe('reading weights', () => {
  it('gives what TensorFlow.js reads, for any mixture of stored forms and any bytes', async () => {
    env().set('PROD', true);
    const mixtures = entries.chain((list) => fc.tuple(fc.constant(list), bytesFor(list)));
    await fc.assert(
      fc.asyncProperty(mixtures, async ([list, bytes]) => {
        const expected = io.decodeWeights(Uint8Array.from(bytes).buffer, list as never);
        const actual = readWeights(list, bytes);
        expect([...actual.keys()]).toEqual(list.map(({ name }) => name));
        for (const { name, shape } of list) {
          expect(actual.get(name)!.shape).toEqual(shape);
          const reference = await expected[name]!.data();
          expect(plain(actual.get(name)!.data)).toEqual(plain(reference as Float32Array));
        }
        dispose(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('reads from the middle of a larger buffer', () => {
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setFloat32(6, 1.5, true);
    const weights = readWeights(
      [{ name: 'w', shape: [1], dtype: 'float32' }],
      bytes.subarray(6, 10),
    );
    expect(plain(weights.get('w')!.data)).toEqual([1.5]);
  });

  it('rounds a quantised weight to the nearest 32-bit float', () => {
    const quantization = { dtype: 'uint8', scale: 0.1, min: 0.2 } as const;
    const entry: WeightEntry = { name: 'w', shape: [1], dtype: 'float32', quantization };
    const weights = readWeights([entry], Uint8Array.of(3));
    expect(weights.get('w')!.data[0]).toBe(Math.fround(3 * 0.1 + 0.2));
  });

  it('refuses bytes that are too few or too many, of any form', () => {
    const damaged = entries.chain((list) =>
      fc.tuple(fc.constant(list), bytesFor(list), fc.integer({ min: 1, max: 9 }), fc.boolean()),
    );
    fc.assert(
      fc.property(damaged, ([list, bytes, amount, cut]) => {
        const wrong = cut
          ? bytes.subarray(0, Math.max(0, bytes.length - amount))
          : Buffer.concat([bytes, new Uint8Array(amount)]);
        expect(() => readWeights(list, wrong)).toThrow(
          expect.objectContaining({ code: 'model.weights-invalid' }) as Error,
        );
      }),
    );
  });

  it.each([
    ['an unknown type', { dtype: 'complex64' }],
    ['a quantised integer', { dtype: 'int32', quantization: { dtype: 'uint8', scale: 1, min: 0 } }],
    [
      'a quantisation without its scale',
      { dtype: 'float32', quantization: { dtype: 'uint8', min: 0 } },
    ],
    [
      'a quantisation without its minimum',
      { dtype: 'float32', quantization: { dtype: 'uint16', scale: 1 } },
    ],
  ] as const)('refuses %s by the name of the weight', (_, form) => {
    const read = (): unknown =>
      readWeights([{ name: 'kernel', shape: [1], ...form }], new Uint8Array(8));
    expect(read).toThrow(expect.objectContaining({ code: 'model.weights-invalid' }) as Error);
    expect(read).toThrow(/kernel/);
  });
});
