import { fieldAt } from './card-text.ts';

const recordSize = 70;

/**
 * Reads the additional addresses: records of 70 bytes, up to four, blank ones skipped (reader
 * protocol §2.12). A last record that is cut short is read as far as it goes.
 */
export const parseAdditionalAddresses = (bytes: Uint8Array): string[] => {
  const count = Math.ceil(bytes.length / recordSize);
  return Array.from({ length: count }, (_, index) =>
    fieldAt(bytes, index * recordSize, recordSize),
  ).filter((address) => address !== '');
};
