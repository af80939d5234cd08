import type { Instruction } from '../../main/ipc/stage-schema.ts';
import type { IconName } from '../parts/icon-paths.ts';

/** What each instruction looks like. */
export const instructionIcons: Readonly<Record<Instruction, IconName>> = {
  nobody: 'face',
  'one-person-only': 'users',
  closer: 'closer',
  farther: 'farther',
  centre: 'centre',
  light: 'sun',
  'less-light': 'moon',
  'look-straight': 'eye',
  'hold-still': 'still',
  'uncover-face': 'mask',
  good: 'check',
};
