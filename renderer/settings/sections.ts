import type { IconName } from '../parts/icon-paths.ts';

/** The sections of the settings, in the order in which a counter is set up. */
export const sectionNames = [
  'reader',
  'camera',
  'decoder',
  'engine',
  'verdict',
  'records',
  'site',
  'gateway',
  'screen',
  'updates',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const sectionIcons: Readonly<Record<SectionName, IconName>> = {
  reader: 'reader',
  camera: 'camera',
  decoder: 'card',
  engine: 'chip',
  verdict: 'target',
  records: 'history',
  site: 'building',
  gateway: 'globe',
  screen: 'screen',
  updates: 'refresh',
};
