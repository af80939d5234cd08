import type { FrameEncoder } from './frame-encoder.ts';

/** Takes what a video shows now, as the bytes of a JPEG, unmirrored. */
export const takeFrame = (video: HTMLVideoElement, encoder: FrameEncoder): Promise<Uint8Array> =>
  // Only a handle: the picture itself is passed on without being copied.
  encoder.encode(new VideoFrame(video));

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
