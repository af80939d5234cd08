import { describe, expect, it } from 'vitest';
import { calibrationErrorCatalogue } from '../../../main/compare/calibration-error.ts';
import { verdictErrorCatalogue } from '../../../main/compare/verdict-error.ts';
import type { ErrorCatalogue, Sentence } from '../../../main/errors/witness-error.ts';
import { evaluateErrorCatalogue } from '../../../main/evaluate/evaluate-error.ts';

const catalogues: ErrorCatalogue = {
  ...calibrationErrorCatalogue,
  ...verdictErrorCatalogue,
  ...evaluateErrorCatalogue,
};
const sentences = Object.entries(catalogues).flatMap(([code, { what, todo }]) => [
  [`${code}: what happened`, what] as const,
  [`${code}: what to do`, todo] as const,
]);

/** A placeholder that only one language has, because its value is text of that language. */
const ofOneLanguage = (placeholder: string): string => placeholder.replace(/Zh\}$/, '}');
const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\w+\}/g))].map(ofOneLanguage).sort();

describe('the sentences of errors', () => {
  it.each(sentences)('are whole in both languages and say the same – %s', (_name, sentence) => {
    const { en, zh }: Sentence = sentence;
    expect(en).toMatch(/^[A-Z{].*\.$/);
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(placeholders(zh)).toEqual(placeholders(en));
  });
});
