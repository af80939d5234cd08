import { isAscii } from 'node:buffer';

/** A name and its value, decoded, in the order they came. */
export type FormPair = readonly [name: string, value: string];

/**
 * Reads a form or a query as `URLSearchParams` does: percent-encoding and `+` decoded, what is not
 * well encoded left as it is. Forms here hold photographs, for which that class takes several times
 * as long.
 */
export const parseForm = (text: string | Buffer): readonly FormPair[] =>
  textOf(text)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      if (at === -1) return [decode(pair), ''];
      return [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    });

const textOf = (text: string | Buffer): string => {
  if (typeof text === 'string') return text;
  return text.toString(isAscii(text) ? 'latin1' : 'utf8');
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.includes('+') ? text.replaceAll('+', ' ') : text);
  } catch {
    return new URLSearchParams(`=${text}`).get('') ?? '';
  }
};
