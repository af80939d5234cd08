import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildModel } from '../../models/build-model.ts';
import { makeTemporaryProduct, type TemporaryProduct } from './support/temporary-product.ts';

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  return {
    ...original,
    writeFileSync: vi.fn(original.writeFileSync),
    renameSync: vi.fn(original.renameSync),
  };
});

let product: TemporaryProduct;

beforeEach(() => {
  product = makeTemporaryProduct();
  fs.mkdirSync(dirname(product.modelFile));
  fs.writeFileSync(product.modelFile, 'what was there before');
});
afterEach(() => {
  product.remove();
});

const build = (): unknown => buildModel(product.root, product.modelsDirectory, product.model);

const expectNothingChanged = (): void => {
  expect(fs.readdirSync(dirname(product.modelFile))).toEqual(['tiny.onnx']);
  expect(fs.readFileSync(product.modelFile, 'utf8')).toBe('what was there before');
};

const writeFailed = expect.objectContaining({ code: 'model.write-failed' }) as Error;

describe('a model that cannot be written', () => {
  it('because the disk is full leaves no half-written file', () => {
    const write = vi.mocked(fs.writeFileSync);
    const original = write.getMockImplementation()!;
    write.mockImplementationOnce((file, data) => {
      original(file, (data as Uint8Array).subarray(0, 100));
      throw new Error('ENOSPC: no space left on device');
    });
    expect(build).toThrow(/no space left on device/);
    expect(write).toHaveBeenLastCalledWith(
      expect.stringMatching(/\.tmp$/),
      expect.anything(),
      expect.anything(),
    );
    expectNothingChanged();
  });

  it('because it cannot be renamed leaves the old file and no other', () => {
    vi.mocked(fs.renameSync).mockImplementationOnce(() => {
      throw new Error('EBUSY: resource busy or locked');
    });
    expect(build).toThrow(writeFailed);
    expectNothingChanged();
  });
});
