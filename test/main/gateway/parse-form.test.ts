import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseForm } from '../../../main/gateway/parse-form.ts';

/** Texts made of what forms are made of, well encoded or not. */
const form = fc
  .array(
    fc.oneof(
      fc.constantFrom('&', '=', '+', '%', '%2B', '%E5%9B%BE', '%E5', '%ff', '%zz', '%4', '?', '#'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))
  // The class drops one question mark at the beginning of an address's query.
  .filter((text) => !text.startsWith('?'));

describe('a form', () => {
  test('is read as the platform’s own class reads it', () => {
    fc.assert(
      fc.property(form, (text) => {
        expect(parseForm(text)).toEqual([...new URLSearchParams(text)]);
        expect(parseForm(Buffer.from(text))).toEqual([...new URLSearchParams(text)]);
      }),
      { numRuns: 2000 },
    );
  });

  test('holds names twice as often as they come', () => {
    expect(parseForm('a=1&b&&a=2&=c')).toEqual([
      ['a', '1'],
      ['b', ''],
      ['a', '2'],
      ['', 'c'],
    ]);
  });
});
