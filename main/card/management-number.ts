import { hexOf } from './reader-error.ts';

/** The management number of a card (reader protocol §1.6). Identifies the chip: treat it like a number of the holder. */
export interface ManagementNumber {
  /** All bytes, in hex. */
  readonly text: string;
  /** IIN, SN and DN; `null` unless there are 28 bytes. The split follows the sizes of the find and select replies. */
  readonly parts: {
    readonly issuer: string;
    readonly serial: string;
    readonly card: string;
  } | null;
}

const usualSize = 28;
const hex = (bytes: Uint8Array): string => [...bytes].map(hexOf).join('');

/** Reads the data of "read management number": 28 bytes, though some readers give 8 or 32. */
export const parseManagementNumber = (bytes: Uint8Array): ManagementNumber => ({
  text: hex(bytes),
  parts:
    bytes.length === usualSize
      ? {
          issuer: hex(bytes.subarray(0, 4)),
          serial: hex(bytes.subarray(4, 12)),
          card: hex(bytes.subarray(12)),
        }
      : null,
});
