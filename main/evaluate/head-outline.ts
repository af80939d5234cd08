import { chipHeight, chipWidth, eyeDistance, eyeLine, middle } from './chip-crop.ts';

/** Measures of an average head in eye distances: half its width with hair, crown and chin from the eyes. */
const halfWidth = 1.3 * eyeDistance;
const crown = 1.9 * eyeDistance;
const chin = 1.85 * eyeDistance;

const insideHead = (aside: number, y: number): number => {
  const height = y < eyeLine ? crown : chin;
  return (1 - Math.hypot(aside / halfWidth, (y - eyeLine) / height)) * halfWidth;
};

const insideNeck = (aside: number, y: number): number =>
  y > eyeLine + eyeDistance ? 0.75 * eyeDistance - aside : -Infinity;

/** The arch starts at the photo's lower corners and reaches a quarter of the way up. */
const insideShoulders = (aside: number, y: number): number => {
  const height = chipHeight / 4;
  const width = 0.6 * chipWidth;
  return (1 - Math.hypot(aside / width, (y - chipHeight - height / 3) / height)) * height;
};

/**
 * How far each pixel of a chip photo lies inside a usual outline of head and shoulders, in pixels;
 * negative outside. The crop puts every face in the same place, so one outline serves all: two half
 * ellipses for head and chin, a neck, an arch for the shoulders.
 */
export const insideHeadOutline: Float32Array = Float32Array.from(
  { length: chipWidth * chipHeight },
  (_, pixel) => {
    const aside = Math.abs((pixel % chipWidth) - middle);
    const y = Math.floor(pixel / chipWidth);
    return Math.max(insideHead(aside, y), insideNeck(aside, y), insideShoulders(aside, y));
  },
);
