/** Chips that turn USB into a serial port. They identify the chip, never what is behind it (reader protocol §3.6). */
const chips = new Map<string, string>([
  ['1A86:7523', 'CH340'],
  ['10C4:EA60', 'CP210x'],
  ['067B:2303', 'PL2303'],
  ['0403:6001', 'FT232'],
]);

/**
 * The bridge chip with these USB numbers.
 *
 * @param vendorId - four hex digits in any case, as the system reports them.
 * @returns its name; `undefined` for other devices and for ports that are not USB.
 */
export const bridgeChipOf = (
  vendorId: string | undefined,
  productId: string | undefined,
): string | undefined =>
  vendorId && productId ? chips.get(`${vendorId}:${productId}`.toUpperCase()) : undefined;
