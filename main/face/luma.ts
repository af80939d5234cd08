/** Luma of gamma-encoded RGB, 0 to 255 (ITU-R BT.601). */
export const lumaOf = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;

/** Luma of each pixel. */
export const lumaPlane = (data: Uint8Array): Float32Array =>
  Float32Array.from({ length: data.length / 3 }, (_, i) =>
    lumaOf(data[i * 3] ?? 0, data[i * 3 + 1] ?? 0, data[i * 3 + 2] ?? 0),
  );
