import { ModelError } from '../model-error.ts';
import { sizeOf, type Tensor } from './tensor.ts';
import type { WeightEntry } from './tfjs-document.ts';

/**
 * Reads the weights of one group of a TensorFlow.js weights manifest.
 *
 * Stored forms: `float32` and `int32` little-endian, `bool` a byte each; float weights may be
 * quantised to `float16`, or to `uint8`/`uint16` with `value = stored × scale + min`.
 * All come out as float32 or int32, rounded as TensorFlow.js rounds them.
 *
 * @param entries - The group's entries, in the order of their bytes.
 * @param bytes - The group's shards, joined.
 * @throws ModelError `model.weights-invalid` for an unknown type, or bytes too few or too many
 */
export const readWeights = (
  entries: readonly WeightEntry[],
  bytes: Uint8Array,
): ReadonlyMap<string, Tensor> => {
  const weights = new Map<string, Tensor>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  for (const entry of entries) {
    const form = storedForm(entry);
    const count = sizeOf(entry.shape);
    if (offset + count * form.width > bytes.length) {
      throw invalid(`the bytes end within ${entry.name}`);
    }
    const data = form.integer ? new Int32Array(count) : new Float32Array(count);
    for (let i = 0; i < count; i++) data[i] = form.read(view, offset + i * form.width);
    weights.set(entry.name, { shape: entry.shape, data });
    offset += count * form.width;
  }
  if (offset !== bytes.length) {
    throw invalid(`${bytes.length - offset} bytes are left over after the last one`);
  }
  return weights;
};

interface StoredForm {
  /** Bytes per number. */
  readonly width: number;
  readonly integer: boolean;
  readonly read: (view: DataView, offset: number) => number;
}

const storedForm = (entry: WeightEntry): StoredForm => {
  const { dtype, quantization } = entry;
  if (quantization !== undefined) {
    if (dtype !== 'float32') throw invalid(`${entry.name} is quantised but of type ${dtype}`);
    if (quantization.dtype === 'float16') {
      return {
        width: 2,
        integer: false,
        read: (view, offset) => halfToNumber(view.getUint16(offset, true)),
      };
    }
    const { scale, min } = quantization;
    if (scale === undefined || min === undefined) {
      throw invalid(`${entry.name} is quantised without a scale and a minimum`);
    }
    return quantization.dtype === 'uint8'
      ? { width: 1, integer: false, read: (view, offset) => view.getUint8(offset) * scale + min }
      : {
          width: 2,
          integer: false,
          read: (view, offset) => view.getUint16(offset, true) * scale + min,
        };
  }
  switch (dtype) {
    case 'float32':
      return { width: 4, integer: false, read: (view, offset) => view.getFloat32(offset, true) };
    case 'int32':
      return { width: 4, integer: true, read: (view, offset) => view.getInt32(offset, true) };
    case 'bool':
      return { width: 1, integer: true, read: (view, offset) => view.getUint8(offset) };
    default:
      throw invalid(`${entry.name} has the unknown type ${dtype}`);
  }
};

/** An IEEE 754 binary16, given as its 16 bits. */
const halfToNumber = (bits: number): number => {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
};

const invalid = (reason: string): ModelError => new ModelError('model.weights-invalid', { reason });
