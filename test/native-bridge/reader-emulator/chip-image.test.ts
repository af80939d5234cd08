import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitChipImage } from '../../../native-bridge/reader-emulator/chip-image.ts';

/** Random pixels that are the same each time: the worst that can be compressed. */
const randomPixels = (width: number, height: number): Buffer => {
  let state = 1;
  return Buffer.from(
    Array.from({ length: width * height * 3 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
};

/** A picture with some detail: random pixels, blurred. */
const photo = (width = 408, height = 504, blur = 8): Sharp =>
  sharp(randomPixels(width, height), { raw: { width, height, channels: 3 } }).blur(blur);

/** Left half red, right half blue. */
const halves = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: 'red' } },
      left: 0,
      top: 0,
    },
  ]);

const pixelAt = async (bytes: Uint8Array, x: number, y: number): Promise<number[]> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
};
const isRed = ([red = 0, , blue = 0]: number[]): boolean => red > 180 && blue < 80;
const isBlue = ([red = 0, , blue = 0]: number[]): boolean => blue > 180 && red < 80;

describe('a photo for an emulated card', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is made from %s', async (format) => {
    const { bytes } = await fitChipImage(await photo().toFormat(format).toBuffer());
    expect(bytes).toHaveLength(1024);
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 102,
      height: 126,
    });
  });

  it('is a WebP file with zeros behind it, and tells how long the file is', async () => {
    const { bytes, size } = await fitChipImage(await photo().png().toBuffer());
    const view = new DataView(bytes.buffer);
    expect(Buffer.from(bytes).toString('latin1', 0, 4)).toBe('RIFF');
    expect(view.getUint32(4, true) + 8).toBe(size);
    expect(bytes.subarray(size).every((byte) => byte === 0)).toBe(true);
  });

  it('has the best quality that fits: the next one up does not', async () => {
    const source = await photo().png().toBuffer();
    const { quality, size } = await fitChipImage(source);
    expect(quality).toBeLessThan(100);
    const pixels = await sharp(source).resize(102, 126).raw().toBuffer();
    const encoded = async (higher: number): Promise<number> =>
      (
        await sharp(pixels, { raw: { width: 102, height: 126, channels: 3 } })
          .webp({ quality: higher, effort: 6 })
          .toBuffer()
      ).length;
    expect(await encoded(quality)).toBe(size);
    expect(await encoded(quality + 1)).toBeGreaterThan(1024);
  });

  it('reaches a better quality when what is not the face was made plain', async () => {
    const source = await photo().png().toBuffer();
    const plain = await fitChipImage(source, {
      prepare: (pixels) => {
        expect(pixels).toHaveLength(102 * 126 * 3);
        return pixels.map((value, index) => (index < pixels.length / 2 ? 128 : value));
      },
    });
    expect(plain.quality).toBeGreaterThan((await fitChipImage(source)).quality);
  });

  it('stands upright when the camera was held sideways', async () => {
    const sideways = await halves(504, 408).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { bytes } = await fitChipImage(sideways);
    // Orientation 6 turns the left edge up.
    expect(isRed(await pixelAt(bytes, 51, 10))).toBe(true);
    expect(isBlue(await pixelAt(bytes, 51, 115))).toBe(true);
  });

  it('keeps the middle of a wide photo, undistorted', async () => {
    const { bytes } = await fitChipImage(await halves(1600, 504).png().toBuffer());
    expect(isRed(await pixelAt(bytes, 5, 60))).toBe(true);
    expect(isBlue(await pixelAt(bytes, 97, 60))).toBe(true);
  });

  it('comes from grey and from transparent pictures too', async () => {
    const grey = await photo().toColourspace('b-w').jpeg().toBuffer();
    await expect(fitChipImage(grey)).resolves.toMatchObject({ bytes: { length: 1024 } });
    const clear = await sharp({
      create: { width: 102, height: 126, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { bytes } = await fitChipImage(clear);
    expect(await pixelAt(bytes, 51, 63)).toEqual([255, 255, 255]);
  });

  it.each([
    ['text', Buffer.from('not a picture')],
    ['nothing', Buffer.alloc(0)],
  ])('cannot come from %s', async (_, bytes) => {
    await expect(fitChipImage(bytes)).rejects.toMatchObject({ code: 'emulator.photo-unreadable' });
  });

  it('cannot come from a truncated file', async () => {
    const whole = await photo().jpeg().toBuffer();
    await expect(fitChipImage(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({
      code: 'emulator.photo-unreadable',
    });
  });

  it('cannot come from a picture of more than 50 million pixels', async () => {
    const huge = await sharp({
      create: { width: 10_000, height: 5001, channels: 3, background: 'white' },
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    await expect(fitChipImage(huge)).rejects.toMatchObject({ code: 'emulator.photo-unreadable' });
  });

  it('is refused with the reason when no quality is low enough', async () => {
    const noise = await sharp(randomPixels(102, 126), {
      raw: { width: 102, height: 126, channels: 3 },
    })
      .png()
      .toBuffer();
    await expect(fitChipImage(noise)).rejects.toMatchObject({
      code: 'emulator.photo-too-detailed',
      data: { limit: 1024, bytes: expect.any(Number) as number },
    });
  });
});
