import { drawPerson, size } from './stand-in-camera.ts';

/** Bytes before the pixels of a BMP (BITMAPFILEHEADER and BITMAPINFOHEADER). */
const headerSize = 54;

/** A part of the drawn person's picture, scaled, as a BMP with 24 bits a pixel. */
const bmpOf = (
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  width: number,
  height: number,
): Uint8Array => {
  const whole = new OffscreenCanvas(size.width, size.height);
  drawPerson(whole.getContext('2d')!);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.drawImage(whole, part.x, part.y, part.width, part.height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(headerSize + stride * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, headerSize, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = headerSize + (height - 1 - y) * stride + x * 3;
      bytes.set([data[from + 2] ?? 0, data[from + 1] ?? 0, data[from] ?? 0], to);
    }
  return bytes;
};

/** What a chip would hold of the drawn person: 102 × 126 pixels. */
export const drawnChipPhoto = (): Uint8Array =>
  bmpOf({ x: 400, y: 180, width: 480, height: 593 }, 102, 126);

/** What a camera would see. */
export const drawnFrame = (): Uint8Array => bmpOf({ x: 0, y: 0, ...size }, 640, 480);
