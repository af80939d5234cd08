/** Sharp enough for faces; a third of the bytes of 1.0. */
const quality = 0.9;

/** What shows a picture until it is drawn again. Kept between frames, so that none is allocated anew. */
let canvas: OffscreenCanvas | undefined;

/** Makes a JPEG of a picture, and gives the picture's memory back. */
export const encodeFrame = async (picture: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> => {
  const { width, height } = picture;
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('There is no memory for a camera frame.');
  context.drawImage(picture, 0, 0);
  picture.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
};
