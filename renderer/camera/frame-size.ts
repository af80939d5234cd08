/** The longer side of a frame, in pixels; faces at a counter are large enough then. */
const longestSide = 1280;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** The size of a frame no longer than {@link longestSide}, in the same proportion. */
export const fitted = ({ width, height }: FrameSize): FrameSize => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};
