/** The longer side of a frame, in pixels; faces at a counter are large enough then. */
const longestSide = 1280;

/** Takes what a video shows now, as the bytes of a JPEG. */
export const grabFrame = async (video: HTMLVideoElement): Promise<Uint8Array> => {
  const { width, height } = fitted(video.videoWidth, video.videoHeight);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no memory for a camera frame.');
  context.drawImage(video, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return new Uint8Array(await blob.arrayBuffer());
};

/** Resolves when the video shows a picture. */
export const firstPicture = (video: HTMLVideoElement): Promise<void> =>
  new Promise((resolve) => {
    video.requestVideoFrameCallback(() => {
      resolve();
    });
  });

/** The size of a frame no longer than {@link longestSide}, in the same proportion. */
export const fitted = (
  width: number,
  height: number,
): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};
