/** Bytes of the text block of every card (reader protocol §2.3). */
export const textSize = 256;

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * Decodes a part of the text block: UTF-16LE, named so, because the card stores low bytes first
 * whatever the machine (§2.2). Kept as Unicode; a detour over GBK would lose rare characters of names.
 *
 * @param offset - where the field starts, in bytes.
 * @param bytes - how long it is, in bytes; two per character.
 */
export const rawFieldAt = (text: Uint8Array, offset: number, bytes: number): string =>
  decoder.decode(text.subarray(offset, offset + bytes));

/**
 * Takes the padding off the end of a field: spaces and NULs, nothing else. Spaces inside belong to
 * addresses and English names (§2.2).
 */
export const trimPadding = (field: string): string => field.replace(/[ \0]+$/, '');

/** A field without its padding. */
export const fieldAt = (text: Uint8Array, offset: number, bytes: number): string =>
  trimPadding(rawFieldAt(text, offset, bytes));
