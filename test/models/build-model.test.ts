import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildModel } from '../../models/build-model.ts';
import type { Model } from '../../models/manifest-schema.ts';
import { makeTemporaryProduct, type TemporaryProduct } from './support/temporary-product.ts';

let product: TemporaryProduct;

beforeEach(() => {
  product = makeTemporaryProduct();
});
afterEach(() => {
  product.remove();
});

const build = (model: Model = product.model): string =>
  buildModel(product.root, product.modelsDirectory, model);

const failing = (code: string, data: object = {}): Error =>
  expect.objectContaining({ code, data: expect.objectContaining(data) as object }) as Error;

/** Everything under the models folder but the folders themselves. */
const filesWritten = (): string[] =>
  readdirSync(product.modelsDirectory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);

describe('building a model', () => {
  it('writes the file the manifest describes, and nothing beside it', () => {
    expect(build()).toBe('built');
    expect(readFileSync(product.modelFile)).toEqual(Buffer.from(product.onnx));
    expect(filesWritten()).toEqual(['tiny.onnx']);
  });

  it('does nothing the second time, even without the weights', () => {
    build();
    const before = statSync(product.modelFile, { bigint: true });
    rmSync(product.packageDirectory, { recursive: true });
    expect(build()).toBe('unchanged');
    const after = statSync(product.modelFile, { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  it('replaces a file that is cut short or changed', () => {
    for (const wrong of [product.onnx.subarray(0, 100), Buffer.from('something else')]) {
      mkdirSync(dirname(product.modelFile), { recursive: true });
      writeFileSync(product.modelFile, wrong);
      expect(build()).toBe('built');
      expect(readFileSync(product.modelFile)).toEqual(Buffer.from(product.onnx));
    }
  });

  it.each(['tiny.json', 'tiny.bin'])('stops when %s of the package is changed', (name) => {
    const file = join(product.packageDirectory, name);
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(file, bytes);
    expect(() => build()).toThrow(failing('model.source-hash-mismatch', { id: 'tiny', file }));
    expect(filesWritten()).toEqual([]);
  });

  it('stops when the result is not the expected one, and writes nothing', () => {
    const expected = 'f'.repeat(64);
    expect(() => build({ ...product.model, sha256: expected })).toThrow(
      failing('model.output-hash-mismatch', { id: 'tiny', expected, actual: product.model.sha256 }),
    );
    expect(filesWritten()).toEqual([]);
  });

  it('keeps the file that is there when the result is not the expected one', () => {
    build();
    expect(() => build({ ...product.model, sha256: 'f'.repeat(64) })).toThrow(
      failing('model.output-hash-mismatch'),
    );
    expect(readFileSync(product.modelFile)).toEqual(Buffer.from(product.onnx));
  });

  it('says when the folder cannot be made', () => {
    writeFileSync(join(product.modelsDirectory, 'onnx'), 'a file where the folder belongs');
    expect(() => build()).toThrow(failing('model.write-failed', { file: product.modelFile }));
    expect(filesWritten()).toEqual(['onnx']);
  });

  it('stops when the package is not installed', () => {
    rmSync(product.packageDirectory, { recursive: true });
    expect(() => build()).toThrow(
      failing('model.source-missing', { id: 'tiny', source: 'weights' }),
    );
  });

  it('stops when a file of the package is missing', () => {
    rmSync(join(product.packageDirectory, 'tiny.bin'));
    expect(() => build()).toThrow(failing('model.source-missing', { id: 'tiny' }));
  });

  it('stops when another version of the package is installed', () => {
    writeFileSync(join(product.packageDirectory, 'package.json'), '{"version":"1.2.4"}');
    expect(() => build()).toThrow(
      failing('model.source-version', { expected: '1.2.3', actual: '1.2.4' }),
    );
  });
});

describe('a model that comes as a file', () => {
  const asFile = (): Model => ({
    ...product.model,
    source: { kind: 'file', origin: 'the vendor' },
  });

  it('is only checked', () => {
    build();
    expect(build(asFile())).toBe('unchanged');
  });

  it('is asked for when it is missing', () => {
    const act = (): string => build(asFile());
    expect(act).toThrow(failing('model.file-needed', { id: 'tiny' }));
    expect(act).toThrow(/the vendor/);
  });
});
