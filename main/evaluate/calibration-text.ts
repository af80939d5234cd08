import type { Calibration } from '../compare/calibration.ts';

/**
 * A calibration as the text of its file: one field a line, intervals on one line, so that two versions
 * can be read side by side.
 */
export const calibrationText = (calibration: Calibration): string => {
  const text = JSON.stringify(calibration, undefined, 2);
  const intervals = text.replace(/\[\s+(-?[\d.e-]+),\s+(-?[\d.e-]+)\s+\]/g, '[$1, $2]');
  return `${intervals}\n`;
};
