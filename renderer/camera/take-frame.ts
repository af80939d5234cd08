import type { FrameEncoder } from './frame-encoder.ts';
import { fitted } from './frame-size.ts';

/** Takes what a video shows now, as the bytes of a JPEG, unmirrored. */
export const takeFrame = async (
  video: HTMLVideoElement,
  encoder: FrameEncoder,
): Promise<Uint8Array> => {
  const { width, height } = fitted({ width: video.videoWidth, height: video.videoHeight });
  // Scaled where the picture is taken, so that a large camera's pictures are not passed on.
  const picture = await createImageBitmap(video, { resizeWidth: width, resizeHeight: height });
  return encoder.encode(picture);
};

/**
 * Resolves when the video shows its next picture.
 *
 * @throws the signal's reason when it aborts: a camera that was unplugged shows none any more.
 */
export const nextPicture = (video: HTMLVideoElement, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = video.requestVideoFrameCallback(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    const onAbort = (): void => {
      video.cancelVideoFrameCallback(request);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
