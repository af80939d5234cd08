const tailLength = 400;

/** Two-digit hexadecimal numbers in a row, close together or apart: a dump. */
const hexDump = /(?<![0-9a-z])(?:(?:\\x|0x)?[0-9a-f]{2}[\s,:]*){12,}/gi;

/** Longer than any word or file name, without a dot or space: base64. */
const base64Run = /[A-Za-z0-9+/=]{60,}/g;

/**
 * The end of what a program wrote to stderr, fit for a message: text only, at most 400 characters,
 * without what could be the bytes of a photo that the program echoed.
 *
 * @returns one line; a dash if no text is left.
 */
export const readableTail = (bytes: Uint8Array): string => {
  const text = new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => !/[\p{Cc}\ufffd]/u.test(line.replaceAll('\t', ' ')))
    .join(' ')
    .replace(hexDump, '… ')
    .replace(base64Run, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? '–' : text.slice(-tailLength);
};
