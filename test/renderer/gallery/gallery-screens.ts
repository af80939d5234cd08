import { clerkScreens } from './clerk-screens.ts';
import type { GalleryScreen } from './fake-bridge.ts';
import { guestScreens } from './guest-screens.ts';
import { lockScreens } from './lock-screens.ts';
import { settingsScreens } from './settings-screens.ts';
import { wizardScreens } from './wizard-screens.ts';

/** Every screen there is to look at, by its name in the gallery's address. */
export const galleryScreens: Readonly<Record<string, GalleryScreen>> = {
  ...guestScreens,
  ...clerkScreens,
  ...lockScreens,
  ...settingsScreens,
  ...wizardScreens,
};
