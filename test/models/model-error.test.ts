import { describe, expect, it } from 'vitest';
import type { ErrorEntry } from '../../main/errors/witness-error.ts';
import { ModelError, modelErrorCatalogue } from '../../models/model-error.ts';

const placeholders = (...sentences: string[]): string[] =>
  [
    ...new Set(
      sentences.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)),
    ),
  ].sort();

describe('the errors of the models', () => {
  it.each(Object.entries(modelErrorCatalogue) as [string, ErrorEntry][])(
    '%s says the same in both languages',
    (_, { what, todo }) => {
      expect(placeholders(what.zh, todo.zh)).toEqual(placeholders(what.en, todo.en));
      for (const text of [what.zh, todo.zh]) expect(text).toMatch(/[\u4e00-\u9fff].*[。]$/);
      for (const text of [what.en, todo.en]) expect(text).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('fill their sentences with the facts', () => {
    const error = new ModelError('model.missing', { file: 'onnx/a.onnx' });
    expect(error.name).toBe('ModelError');
    expect(error.message).toBe(
      'The model file onnx/a.onnx is missing. Run `npm run models` to build it.',
    );
  });
});
