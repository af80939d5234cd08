/** Bytes from a hex dump; spaces and bars are for the reader. */
export const hex = (dump: string): Uint8Array => {
  const digits = dump.replace(/[\s|]/g, '');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
};
