import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { webpSize } from '../../../main/photo/webp-size.ts';

const picture = (background: string | { r: number; g: number; b: number; alpha: number }) =>
  sharp({ create: { width: 102, height: 126, channels: 4, background } });

describe('webpSize', () => {
  it.each([
    ['lossy', 'VP8 ', picture('#204060').removeAlpha().webp({ quality: 10 })],
    ['lossless', 'VP8L', picture('#204060').removeAlpha().webp({ lossless: true })],
    ['extended', 'VP8X', picture({ r: 1, g: 2, b: 3, alpha: 0.5 }).webp({ quality: 10 })],
  ])('reads the size of a %s file', async (_kind, chunk, image) => {
    const webp = await image.toBuffer();
    expect(webp.subarray(12, 16).toString('latin1')).toBe(chunk);
    expect(webpSize(webp)).toEqual({ width: 102, height: 126 });
  });

  it('gives nothing for a file that is too short or whose chunk lacks its signature', async () => {
    const lossy = await picture('#204060').removeAlpha().webp().toBuffer();
    expect(webpSize(lossy.subarray(0, 29))).toBeUndefined();
    lossy[23] = 0;
    expect(webpSize(lossy)).toBeUndefined();
    const lossless = await picture('#204060').webp({ lossless: true }).toBuffer();
    lossless[20] = 0;
    expect(webpSize(lossless)).toBeUndefined();
  });
});
