import { fitted, type FrameSize } from './frame-size.ts';

/** Sharp enough for faces; a third of the bytes of 1.0. */
const quality = 0.9;

/** What is encoded. Both are kept between frames, so that neither is allocated anew. */
let pixels: Uint8ClampedArray<ArrayBuffer> | undefined;
let canvas: OffscreenCanvas | undefined;

/**
 * Makes a JPEG of a picture, and gives the picture's memory back.
 *
 * Its pixels are copied out. Drawing it would be less to write; but where Chromium draws without a
 * graphics card, it never gives back the memory of a video's picture that was drawn on a canvas.
 */
export const encodeFrame = async (picture: VideoFrame): Promise<Uint8Array<ArrayBuffer>> => {
  const image = await imageOf(picture);
  const size = fitted(image);
  const context = contextOf(size);
  if (size.width === image.width && size.height === image.height) context.putImageData(image, 0, 0);
  else await drawScaled(context, image, size);
  const blob = await context.canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
};

const imageOf = async (picture: VideoFrame): Promise<ImageData> => {
  const { width = 0, height = 0 } = picture.visibleRect ?? {};
  const bytes = width * height * 4;
  if (pixels?.length !== bytes) pixels = new Uint8ClampedArray(bytes);
  try {
    await picture.copyTo(pixels, { format: 'RGBA' });
  } finally {
    picture.close();
  }
  return new ImageData(pixels, width, height);
};

const contextOf = ({ width, height }: FrameSize): OffscreenCanvasRenderingContext2D => {
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  // Its pixels are only ever written and read back: no matter for a graphics card.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('There is no memory for a camera frame.');
  return context;
};

const drawScaled = async (
  context: OffscreenCanvasRenderingContext2D,
  image: ImageData,
  { width, height }: FrameSize,
): Promise<void> => {
  const small = await createImageBitmap(image, { resizeWidth: width, resizeHeight: height });
  context.drawImage(small, 0, 0);
  small.close();
};
