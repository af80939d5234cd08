import { mkdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProductRoot } from '../../models/product-root.ts';
import { makeTemporaryProduct, type TemporaryProduct } from './support/temporary-product.ts';

let product: TemporaryProduct;

beforeEach(() => {
  product = makeTemporaryProduct();
});
afterEach(() => {
  product.remove();
});

it('finds the product’s folder from the sources and from their compiled copies', () => {
  const compiled = join(product.root, 'build', 'models');
  mkdirSync(compiled, { recursive: true });
  for (const start of [product.root, product.modelsDirectory, compiled]) {
    expect(findProductRoot(start)).toBe(product.root);
  }
});

it('says when there is no product above a folder', () => {
  expect(() => findProductRoot(parse(product.root).root)).toThrow(
    expect.objectContaining({ code: 'model.read-failed' }) as Error,
  );
});
