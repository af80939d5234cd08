import { describe, expect, it } from 'vitest';
import type { ErrorEntry } from '../../../main/errors/witness-error.ts';
import { PhotoError, photoErrorCatalogue } from '../../../main/photo/photo-error.ts';

const entries = Object.entries<ErrorEntry>(photoErrorCatalogue);
const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the catalogue of photo errors', () => {
  it.each(entries)('%s says in both languages what happened and what to do', (code, entry) => {
    expect(code).toMatch(/^photo\.[a-z]+(-[a-z]+)*$/);
    for (const { en, zh } of [entry.what, entry.todo]) {
      expect(en).toMatch(/^[A-Z].*[.}]$/);
      expect(zh).toMatch(/[\u4e00-\u9fff].*[。}]$/);
      expect(zh).not.toMatch(/[，。：；（）] |[\u4e00-\u9fff][,;:.]/);
    }
    expect(placeholders(entry.what.zh)).toEqual(placeholders(entry.what.en));
  });

  it('gives an error with its own name, code and facts', () => {
    const error = new PhotoError('photo.wrong-length', { length: 3 });
    expect(error.toJSON()).toEqual({
      code: 'photo.wrong-length',
      message: expect.stringContaining('has 3 bytes instead of 1,024') as string,
      messageZh: expect.stringContaining('3 字节') as string,
      data: { length: 3 },
    });
    expect(error.name).toBe('PhotoError');
  });
});
