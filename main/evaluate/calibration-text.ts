import type { Calibration } from '../compare/calibration.ts';

/** Numbers of a list that share a line. */
const perLine = 12;

/**
 * A calibration as the text of its file: one field a line, lists of numbers closely set, so that two
 * versions can be read side by side.
 */
export const calibrationText = (calibration: Calibration): string => {
  const text = JSON.stringify(calibration, undefined, 2);
  const lists = text.replace(/^( *)(.*)\[\s+([-\d.e,\s]+?)\s+\]/gm, closelySet);
  return `${lists}\n`;
};

const closelySet = (_: string, indent: string, before: string, list: string): string => {
  const numbers = list.split(/,\s+/);
  if (numbers.length <= perLine) return `${indent}${before}[${numbers.join(', ')}]`;
  const lines: string[] = [];
  for (let first = 0; first < numbers.length; first += perLine)
    lines.push(`${indent}  ${numbers.slice(first, first + perLine).join(', ')}`);
  return `${indent}${before}[\n${lines.join(',\n')}\n${indent}]`;
};
