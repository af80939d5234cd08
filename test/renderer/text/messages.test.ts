import { describe, expect, it } from 'vitest';
import { languages, messagesIn } from '../../../renderer/text/language.ts';

/** Every text of a language by its path, with the texts that take figures filled in. */
const textsOf = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [[path, (value as (...figures: string[]) => string)('0.1%', '1,000')]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, part]) =>
    textsOf(part, `${path}.${key}`),
  );
};

const texts = Object.fromEntries(
  languages.map((language) => [language, new Map(textsOf(messagesIn[language], ''))]),
);

describe('the words of the page', () => {
  it('are there in every language', () => {
    const [first, ...others] = languages.map((language) => [...texts[language]!.keys()].sort());
    expect(first!.length).toBeGreaterThan(40);
    for (const other of others) expect(other).toEqual(first);
  });

  it('are empty nowhere and carry no stray spaces', () => {
    for (const language of languages)
      for (const [path, text] of texts[language]!)
        expect(text, `${language}${path}`).toMatch(/^\S(.*\S)?$/s);
  });

  it('are Chinese in Chinese and not in English', () => {
    for (const [path, text] of texts['zh']!) expect(text, path).toMatch(/\p{Script=Han}/u);
    for (const [path, text] of texts['en']!) expect(text, path).not.toMatch(/\p{Script=Han}/u);
  });

  it('end their sentences, and write Chinese with Chinese punctuation', () => {
    for (const language of languages)
      for (const [path, text] of texts[language]!)
        if (/detail|remedy|takeCard|nextGuest|far/.test(path))
          expect(text, `${language}${path}`).toMatch(language === 'zh' ? /。$/ : /\.$/);
    for (const [path, text] of texts['zh']!)
      expect(text.replaceAll(/\d[.,]\d/g, ''), path).not.toMatch(/[,.;:!?]/);
  });
});
