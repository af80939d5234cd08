import type { PageRole } from '../ipc/contract.ts';
import type { Preferences, SettingsView } from '../ipc/settings-view.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Settings } from '../settings/settings.ts';

export interface PreferencesFacts {
  readonly role: PageRole;
  readonly isDemo: boolean;
  /** Whether the guest's page has a screen of its own, where the settings want one. */
  readonly isGuestApart: boolean;
}

/** How a page is to look and sound, as the settings say, and as far as the screens there are allow. */
export const preferencesOf = (
  { screen, camera, isSetUp }: Settings,
  { role, isDemo, isGuestApart }: PreferencesFacts,
): Preferences => {
  const { language, theme, largePrint, voice, sound } = screen;
  const mode = isGuestApart ? screen.mode : 'one-screen';
  return {
    ...{ mode, language, theme, largePrint, voice, sound, isSetUp, role, isDemo },
    ...(camera.deviceId !== undefined && { cameraId: camera.deviceId }),
  };
};

/** The settings as the settings screen edits them. */
export const settingsViewOf = (
  { current, file }: SettingsStore,
  populations: readonly string[],
  hasCloudCredentials: boolean,
): SettingsView => ({
  settings: current,
  file: file ?? '–',
  populations: [...populations],
  hasCloudCredentials,
});
