/** The encodings the engine reads. */
export type ImageFormat = 'JPEG' | 'PNG' | 'WebP' | 'BMP';

/** Recognises an encoding by its first bytes; a file's name says nothing. */
export const imageFormatOf = (bytes: Uint8Array): ImageFormat | undefined => {
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'JPEG';
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'PNG';
  if (startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP'))) return 'WebP';
  if (startsWith(bytes, 0, ascii('BM'))) return 'BMP';
  return undefined;
};

const ascii = (text: string): readonly number[] => [...Buffer.from(text, 'latin1')];

const startsWith = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, i) => bytes[at + i] === byte);
