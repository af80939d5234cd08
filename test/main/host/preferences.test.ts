import { describe, expect, it } from 'vitest';
import { preferencesOf, settingsViewOf } from '../../../main/host/preferences.ts';
import { preferencesSchema, settingsViewSchema } from '../../../main/ipc/settings-view.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { forgetfulSettings } from '../../../main/settings/settings-store.ts';

describe('how a page is to look and sound', () => {
  it('is what the settings say, and which page it is', () => {
    const preferences = preferencesOf(settingsSchema.parse({}), 'guest', true);
    expect(preferencesSchema.parse(preferences)).toEqual(preferences);
    expect(preferences).toEqual({
      mode: 'one-screen',
      language: 'zh',
      theme: 'system',
      largePrint: false,
      voice: true,
      sound: true,
      isSetUp: false,
      role: 'guest',
      isDemo: true,
    });
  });

  it('has the camera that was chosen', () => {
    const settings = settingsSchema.parse({ camera: { deviceId: 'abc' } });
    expect(preferencesOf(settings, 'clerk', false)).toMatchObject({
      cameraId: 'abc',
      role: 'clerk',
    });
  });
});

describe('the settings as they are edited', () => {
  it('are those in force, where they are kept, and what there is to choose from', () => {
    const settings = settingsSchema.parse({ compare: { far: 0.01 } });
    const view = settingsViewOf(forgetfulSettings(settings), ['everyone'], false);
    expect(settingsViewSchema.parse(view)).toEqual(view);
    expect(view).toEqual({
      settings,
      file: '–',
      populations: ['everyone'],
      hasCloudCredentials: false,
    });
  });
});
