import type { CameraSource } from '../camera/camera-source.ts';
import { swayAt } from './sway.ts';

/** As a common camera: 4 : 3, and pictures a second enough for a preview that looks alive. */
const size = { width: 1280, height: 960 } as const;
const rate = 20;

/** Milliseconds each picture is shown before the next. */
const turn = 2600;

/**
 * A camera that is drawn: the pictures of a scene one after the other, moving a little as people do.
 *
 * @param label - what the camera calls itself.
 * @param pictures - encoded pictures of the scene; none shows an empty room.
 */
export const demoCamera = (
  label: string,
  pictures: () => Promise<readonly Uint8Array[]>,
): CameraSource => ({
  open: async () => {
    const bitmaps = await Promise.all((await pictures()).map(decode));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, size);
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new DOMException('There is no memory.', 'NotReadableError');
    const start = performance.now();
    const draw = (): void => {
      drawScene(context, bitmaps, performance.now() - start);
    };
    draw();
    const drawing = setInterval(draw, 1000 / rate);
    return asCamera(canvas.captureStream(rate), label, () => {
      clearInterval(drawing);
      for (const bitmap of bitmaps) bitmap.close();
    });
  },
  // A drawn camera is never plugged in or out.
  onChange: () => () => undefined,
});

const decode = (bytes: Uint8Array): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([bytes.slice()]));

const drawScene = (
  context: CanvasRenderingContext2D,
  bitmaps: readonly ImageBitmap[],
  elapsed: number,
): void => {
  const { width, height } = size;
  // A wall in even light, on which no face is found.
  context.fillStyle = '#9aa5a8';
  context.fillRect(0, 0, width, height);
  const bitmap = bitmaps[Math.floor(elapsed / turn) % Math.max(1, bitmaps.length)];
  if (bitmap === undefined) return;
  const { x, y, zoom } = swayAt(elapsed);
  const scale = Math.max(width / bitmap.width, height / bitmap.height) * zoom;
  const [drawnWidth, drawnHeight] = [bitmap.width * scale, bitmap.height * scale];
  context.drawImage(
    bitmap,
    (width - drawnWidth) / 2 + x * width,
    (height - drawnHeight) / 2 + y * height,
    drawnWidth,
    drawnHeight,
  );
};

/** Gives a drawn stream a camera's name; stopping its track is how its user lets the camera go. */
const asCamera = (stream: MediaStream, label: string, close: () => void): MediaStream => {
  for (const track of stream.getTracks()) {
    Object.defineProperty(track, 'label', { value: label });
    const stop = track.stop.bind(track);
    track.stop = () => {
      stop();
      close();
    };
  }
  return stream;
};
