import type { IconName } from '../parts/icon-paths.ts';

/** What a clerk can look at, in the order of the navigation and of the keys Alt+1, Alt+2, … */
export const clerkViews = ['desk', 'history', 'settings'] as const;
export type ClerkView = (typeof clerkViews)[number];

export const clerkViewIcons: Readonly<Record<ClerkView, IconName>> = {
  desk: 'face',
  history: 'history',
  settings: 'settings',
};
