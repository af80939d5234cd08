import { crc32, deflateSync } from 'node:zlib';
import { encode, gradient } from './pictures.ts';
import { bmpFile } from './bmp-file.ts';

/** A size a file's header claims. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const chunk = (name: string, body: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(body, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
  return bytes;
};

/** A PNG of 8-bit RGB that claims a size and holds the pixels it is given, compressed. */
export const pngClaiming = ({ width, height }: Size, pixels: Uint8Array): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
};

const small = gradient(32, 32);

/** Small files of each encoding whose header claims another size than they hold. */
export const filesClaiming = async (size: Size): Promise<Readonly<Record<string, Uint8Array>>> => {
  const { width, height } = size;
  const jpeg = await encode(small).jpeg().toBuffer();
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  // A lossy WebP: chunk header at 12, frame tag at 20, start code at 23, then 14 bits each.
  const lossy = await encode(small).webp().toBuffer();
  lossy.writeUInt16LE(width, 26);
  lossy.writeUInt16LE(height, 28);
  // A lossless WebP: its signature at 20, then 14 bits of width − 1 and 14 bits of height − 1.
  const lossless = await encode(small).webp({ lossless: true }).toBuffer();
  const sizes = ((width - 1) | ((height - 1) << 14)) >>> 0;
  lossless.writeUInt32LE(((lossless.readUInt32LE(21) & 0xf0000000) >>> 0) | sizes, 21);
  const bmp = Buffer.from(bmpFile(small));
  bmp.writeInt32LE(width, 18);
  bmp.writeInt32LE(height, 22);
  return {
    JPEG: jpeg,
    PNG: pngClaiming(size, new Uint8Array(64)),
    WebP: lossy,
    'lossless WebP': lossless,
    BMP: bmp,
  };
};
