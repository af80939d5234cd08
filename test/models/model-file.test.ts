import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isModelFileGood, sha256Of, verifyModelFile } from '../../models/model-file.ts';
import { makeTemporaryProduct, type TemporaryProduct } from './support/temporary-product.ts';

let product: TemporaryProduct;

beforeEach(() => {
  product = makeTemporaryProduct();
  mkdirSync(dirname(product.modelFile));
});
afterEach(() => {
  product.remove();
});

describe('checking a model file', () => {
  it('computes SHA-256 (FIPS 180-2, appendix B.1)', () => {
    expect(sha256Of(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('gives the bytes of a file that is as the manifest describes', () => {
    writeFileSync(product.modelFile, product.onnx);
    expect(isModelFileGood(product.modelsDirectory, product.model)).toBe(true);
    const bytes = verifyModelFile(product.modelsDirectory, product.model);
    expect(Buffer.from(bytes)).toEqual(Buffer.from(product.onnx));
  });

  it('refuses a file with one bit changed', () => {
    const changed = Uint8Array.from(product.onnx);
    changed[changed.length - 1]! ^= 1;
    writeFileSync(product.modelFile, changed);
    expect(isModelFileGood(product.modelsDirectory, product.model)).toBe(false);
    expect(() => verifyModelFile(product.modelsDirectory, product.model)).toThrow(
      expect.objectContaining({
        code: 'model.hash-mismatch',
        data: {
          file: product.modelFile,
          actual: sha256Of(changed),
          expected: product.model.sha256,
        },
      }) as Error,
    );
  });

  it('says how to build a file that is missing', () => {
    expect(isModelFileGood(product.modelsDirectory, product.model)).toBe(false);
    const verify = (): unknown => verifyModelFile(product.modelsDirectory, product.model);
    expect(verify).toThrow(expect.objectContaining({ code: 'model.missing' }) as Error);
    expect(verify).toThrow(/npm run models/);
  });

  it('says when a file cannot be read', () => {
    mkdirSync(product.modelFile);
    expect(() => verifyModelFile(product.modelsDirectory, product.model)).toThrow(
      expect.objectContaining({ code: 'model.read-failed' }) as Error,
    );
  });
});
