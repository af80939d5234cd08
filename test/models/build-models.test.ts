import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readModelManifest } from '../../models/manifest.ts';
import { modelsDirectory, productRoot } from './support/published-models.ts';
import { makeTemporaryProduct, type TemporaryProduct } from './support/temporary-product.ts';

let product: TemporaryProduct;

beforeEach(() => {
  product = makeTemporaryProduct();
});
afterEach(() => {
  product.remove();
});

/** The tiny model beside the shipped detector and landmarks, which stand in the same file here. */
const writeManifest = (sha256: string): void => {
  const { model, modelsDirectory: directory } = product;
  const shipped = readModelManifest(modelsDirectory);
  const others = shipped.models
    .filter(({ role }) => role !== 'embedding')
    .map((other) => ({
      ...other,
      file: model.file,
      sha256,
      source: { kind: 'file', origin: 'the same file' },
    }));
  const manifest = {
    ...shipped,
    pipeline: { ...shipped.pipeline, embedding: model.id },
    models: [{ ...model, sha256 }, ...others],
  };
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify(manifest));
};

const runProgram = (): { status: number | null; stdout: string; stderr: string } => {
  const program = join(productRoot, 'models', 'build-models.ts');
  const run = spawnSync(process.execPath, ['--import', 'tsx', program, product.root], {
    cwd: productRoot,
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
};

describe('the set-up step', () => {
  it('builds every model, says so, and does nothing the second time', () => {
    writeManifest(product.model.sha256);
    const first = runProgram();
    expect(first.stderr).toBe('');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/^tiny: built/);
    expect(runProgram()).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^(.+: up to date .+\n){3}$/) as string,
      stderr: '',
    });
  });

  it('ends with exit code 2 and one sentence when a hash is wrong', () => {
    writeManifest('f'.repeat(64));
    const { status, stdout, stderr } = runProgram();
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Building the model tiny gave a file the manifest does not expect[^\n]+\n$/,
    );
    expect(existsSync(product.modelFile)).toBe(false);
  });
});
