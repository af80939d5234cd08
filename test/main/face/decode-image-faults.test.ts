import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeImage } from '../../../main/face/decode-image.ts';
import { FaceError } from '../../../main/face/face-error.ts';
import { defaultImageLimits } from '../../../main/face/image-limits.ts';
import { bmpFile } from './bmp-file.ts';
import { filesClaiming, pngClaiming } from './claimed-size.ts';
import { encode, gradient } from './pictures.ts';

const picture = gradient(96, 64);
const limits = defaultImageLimits;

const errorOf = async (bytes: Uint8Array): Promise<FaceError> => {
  const caught: unknown = await decodeImage(bytes).then(
    () => 'decoded',
    (error: unknown) => error,
  );
  expect(caught).toBeInstanceOf(FaceError);
  return caught as FaceError;
};

describe('limits are checked before decoding', () => {
  test('a file of too many bytes is refused whatever it holds', async () => {
    const error = await errorOf(new Uint8Array(limits.bytes + 1));
    expect(error).toMatchObject({
      code: 'image.too-many-bytes',
      data: { bytes: limits.bytes + 1, limit: limits.bytes },
    });
  });

  test.each(['JPEG', 'PNG', 'WebP', 'lossless WebP', 'BMP'])(
    'a small %s that claims 50 megapixels is refused by its size, not by its missing pixels',
    async (format) => {
      const file = (await filesClaiming({ width: 8000, height: 6400 }))[format]!;
      expect(file.length).toBeLessThan(5000);
      expect(await errorOf(file)).toMatchObject({
        code: 'image.too-many-pixels',
        data: { width: 8000, height: 6400, limit: limits.pixels },
      });
    },
  );

  test.each(['JPEG', 'PNG', 'WebP', 'lossless WebP', 'BMP'])(
    'a %s that claims to be smaller than any face is refused',
    async (format) => {
      const file = (await filesClaiming({ width: 200, height: 15 }))[format]!;
      expect(await errorOf(file)).toMatchObject({
        code: 'image.too-small',
        data: { width: 200, height: 15, limit: limits.shortestSide },
      });
    },
  );

  test('a photograph that is small only once it is reduced is not refused', async () => {
    const narrow = await encode(gradient(400, 20)).png().toBuffer();
    const decoded = await decodeImage(narrow, { ...limits, workingSide: 200 });
    expect([decoded.width, decoded.height]).toEqual([200, 10]);
  });

  test('a PNG of two billion pixels that compress to nothing is refused by its size', async () => {
    const bomb = pngClaiming({ width: 45_000, height: 45_000 }, new Uint8Array(4_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect((await errorOf(bomb)).code).toBe('image.too-many-pixels');
  });

  test('a PNG that unpacks to more than its size says gives only its own pixels', async () => {
    const rows = Buffer.alloc((32 * 3 + 1) * 32);
    const bomb = pngClaiming(
      { width: 32, height: 32 },
      Buffer.concat([rows, Buffer.alloc(4_000_000)]),
    );
    const decoded = await decodeImage(bomb);
    expect(decoded.data).toHaveLength(32 * 32 * 3);
  });
});

describe('bytes that are no photograph', () => {
  test('nothing at all', async () => {
    expect((await errorOf(new Uint8Array())).code).toBe('image.empty');
  });

  test.each([
    ['text', Buffer.from('Not a photograph, however it is named.\n'.repeat(20))],
    ['one byte', Buffer.from([0xff])],
    ['the beginning of a magic number', Buffer.from([0xff, 0xd8])],
    ['a RIFF file that is no WebP', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
  ])('%s', async (_, bytes) => {
    expect((await errorOf(bytes)).code).toBe('image.not-an-image');
  });

  test('an encoding that sharp reads and the engine does not', async () => {
    expect((await errorOf(await encode(picture).tiff().toBuffer())).code).toBe(
      'image.not-an-image',
    );
    expect((await errorOf(await encode(picture).gif().toBuffer())).code).toBe('image.not-an-image');
  });
});

describe('a damaged photograph', () => {
  const files: Record<string, Uint8Array> = {};
  beforeAll(async () => {
    files['JPEG'] = await encode(picture).jpeg().toBuffer();
    files['PNG'] = await encode(picture).png().toBuffer();
    files['WebP'] = await encode(picture).webp().toBuffer();
    files['BMP'] = bmpFile(picture);
  });

  test.each(
    ['JPEG', 'PNG', 'WebP', 'BMP'].flatMap((format) =>
      [0.9, 0.6, 0.3].map((part) => [format, part] as const),
    ),
  )('a %s cut off after %f of it', async (format, part) => {
    const file = files[format]!;
    const error = await errorOf(file.subarray(0, Math.floor(file.length * part)));
    expect(error).toMatchObject({ code: 'image.damaged', data: { format } });
    expect(error.data['reason']).toMatch(/[a-z]$/);
  });

  test.each(['JPEG', 'PNG', 'WebP'])('a %s of garbage after a valid beginning', async (format) => {
    const garbage = Buffer.alloc(2000, 0x5a);
    const file = Buffer.concat([files[format]!.subarray(0, 16), garbage]);
    expect(await errorOf(file)).toMatchObject({ code: 'image.damaged', data: { format } });
  });

  test('a BMP of garbage after a valid beginning', async () => {
    const file = Buffer.concat([Buffer.from('BM'), Buffer.alloc(2000, 0x5a)]);
    expect((await errorOf(file)).code).toBe('image.unsupported');
  });

  test('keeps what libvips said as the cause', async () => {
    const error = await errorOf(files['PNG']!.subarray(0, 2000));
    expect(error.cause).toBeInstanceOf(Error);
  });
});

describe('whatever the bytes are, decoding gives pixels or a FaceError', () => {
  const decodesOrRefuses = async (bytes: Uint8Array): Promise<void> => {
    try {
      const { width, height, data } = await decodeImage(bytes);
      expect(data).toHaveLength(width * height * 3);
      expect(Math.max(width, height)).toBeLessThanOrEqual(limits.workingSide);
    } catch (caught) {
      if (!(caught instanceof FaceError)) throw caught;
      expect(caught.code).toMatch(/^image\./);
    }
  };
  const magics = [
    [0xff, 0xd8, 0xff],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    [...Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')],
    [...Buffer.from('BM')],
    [],
  ];

  test('arbitrary bytes, with and without the beginning of a photograph', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...magics),
        fc.uint8Array({ maxLength: 300 }),
        (magic, rest) => decodesOrRefuses(Uint8Array.from([...magic, ...rest])),
      ),
      { numRuns: 400 },
    );
  });

  test('photographs with bytes changed, cut off and repeated', async () => {
    const files = [
      await encode(picture).jpeg().toBuffer(),
      await encode(picture).withMetadata({ orientation: 5 }).jpeg().toBuffer(),
      await encode(picture).png().toBuffer(),
      await encode(picture).ensureAlpha(0.5).png({ palette: true }).toBuffer(),
      await encode(picture).webp().toBuffer(),
      await encode(picture).ensureAlpha(0.5).webp({ lossless: true }).toBuffer(),
      bmpFile(picture),
      bmpFile(picture, { bitsPerPixel: 32, compression: 3 }),
    ];
    const change = fc.record({
      // Most of what can go wrong is decided in the first bytes.
      at: fc.oneof(fc.nat(100), fc.nat(20_000)),
      to: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (file, changes, cutAt) => {
          const bytes = Uint8Array.from(file);
          for (const { at, to } of changes) bytes[at % bytes.length] = to;
          return decodesOrRefuses(bytes.subarray(0, Math.ceil(bytes.length * (cutAt ?? 1))));
        },
      ),
      { numRuns: 400 },
    );
  });
});
