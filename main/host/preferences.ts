import type { PageRole } from '../ipc/contract.ts';
import type { Preferences, SettingsView } from '../ipc/settings-view.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { Settings } from '../settings/settings.ts';

/** How a page is to look and sound, as the settings say. */
export const preferencesOf = (
  { screen, camera, isSetUp }: Settings,
  role: PageRole,
  isDemo: boolean,
): Preferences => {
  const { mode, language, theme, largePrint, voice, sound } = screen;
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
