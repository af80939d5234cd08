import { encodeFrame } from './encode-frame.ts';

/*
 * Encodes frames beside the page, so that its preview never waits for a JPEG. Pictures come in and
 * bytes go out by transfer, without a copy.
 */
self.addEventListener('message', ({ data }: MessageEvent<VideoFrame>) => {
  encodeFrame(data).then(
    (frame) => {
      self.postMessage(frame, { transfer: [frame.buffer] });
    },
    () => {
      // A frame that cannot be encoded is told as such; the next one is asked for as usual.
      self.postMessage(undefined);
    },
  );
});
