/** Which return values mean that the photo was decoded. */
export type SuccessRule = number | 'non-negative';

/** How one family of closed decoders is called (reader protocol §4.2). */
export interface DecoderShapeFacts {
  /** The name under which most libraries of this shape export the function. */
  readonly symbol: string;
  /** Matters on 32-bit Windows only; every other platform has one convention. */
  readonly convention: '__cdecl' | '__stdcall';
  /**
   * `memory`: takes the 1,024 bytes and a buffer to fill. `file`: takes the path of a `.wlt` file
   * and writes a `.bmp` file beside it.
   */
  readonly passes: 'memory' | 'file';
  /** Whether a last `int` parameter follows: a flag, or the kind of port the reader is on. */
  readonly takesNumber: boolean;
  /** What the libraries of this shape are known to return for a decoded photo. */
  readonly success: SuccessRule;
  /** Whether the library talks to the reader itself, so that the port must be free meanwhile. */
  readonly needsReader: boolean;
}

/**
 * The shapes of the known decoders (reader protocol §4.2), by the usual name of their function:
 *
 * - `unpack(wlt, rgb, flag)`: 1,024 bytes in memory to 38,556 bytes of pixels.
 * - `wlt2Bmp(in, out)`: 1,024 bytes in memory to 38,556 bytes of pixels or a BMP of 38,862.
 * - `Huaxu_Wlt2Bmp(in, out, 0)`: 1,024 bytes in memory to a BMP of 38,862 bytes; returns 0.
 * - `GetBmp(path, port)`: file to file. It asks the connected reader for its number.
 * - `dewlt(path)`: file to file.
 */
export const decoderShapes = {
  unpack: {
    symbol: 'unpack',
    convention: '__cdecl',
    passes: 'memory',
    takesNumber: true,
    success: 1,
    needsReader: false,
  },
  wlt2Bmp: {
    symbol: 'wlt2Bmp',
    convention: '__cdecl',
    passes: 'memory',
    takesNumber: false,
    success: 1,
    needsReader: false,
  },
  Huaxu_Wlt2Bmp: {
    symbol: 'Huaxu_Wlt2Bmp',
    convention: '__cdecl',
    passes: 'memory',
    takesNumber: true,
    success: 0,
    needsReader: false,
  },
  GetBmp: {
    symbol: 'GetBmp',
    convention: '__stdcall',
    passes: 'file',
    takesNumber: true,
    success: 1,
    needsReader: true,
  },
  dewlt: {
    symbol: 'dewlt',
    convention: '__stdcall',
    passes: 'file',
    takesNumber: false,
    success: 1,
    needsReader: false,
  },
} as const satisfies Record<string, DecoderShapeFacts>;

export type DecoderShape = keyof typeof decoderShapes;
