import { encodeFrame } from './encode-frame.ts';

/** Makes JPEGs of pictures, one at a time. */
export interface FrameEncoder {
  encode(picture: VideoFrame): Promise<Uint8Array>;
  close(): void;
}

/** Encodes in a worker of its own, or in the page where a worker cannot be started. */
export const openFrameEncoder = (): FrameEncoder => {
  let worker: Worker | undefined;
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  try {
    worker = new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', stop);
  } catch {
    // A browser that is set up without workers: its preview may stutter while a frame is encoded.
    stop();
  }
  return {
    encode: (picture) => (worker === undefined ? encodeFrame(picture) : encodeIn(worker, picture)),
    close: stop,
  };
};

/** @throws Error - the picture could not be encoded, or the worker stopped. */
const encodeIn = (worker: Worker, picture: VideoFrame): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const settled = new AbortController();
    const { signal } = settled;
    const onMessage = ({ data }: MessageEvent<Uint8Array | undefined>): void => {
      settled.abort();
      if (data === undefined) reject(new Error('A camera frame could not be encoded.'));
      else resolve(data);
    };
    const onError = (): void => {
      settled.abort();
      reject(new Error('The worker that encodes camera frames stopped.'));
    };
    worker.addEventListener('message', onMessage, { signal });
    worker.addEventListener('error', onError, { signal });
    worker.postMessage(picture, [picture]);
  });
