import { describe, expect, it } from 'vitest';
import { preferencesOf, settingsViewOf } from '../../../main/host/preferences.ts';
import { preferencesSchema, settingsViewSchema } from '../../../main/ipc/settings-view.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';
import { forgetfulSettings } from '../../../main/settings/settings-store.ts';

const atDesk = { role: 'clerk', isDemo: false, isGuestApart: true } as const;

describe('how a page is to look and sound', () => {
  it('is what the settings say, and which page it is', () => {
    const preferences = preferencesOf(settingsSchema.parse({}), {
      role: 'guest',
      isDemo: true,
      isGuestApart: true,
    });
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
    expect(preferencesOf(settings, atDesk)).toMatchObject({ cameraId: 'abc', role: 'clerk' });
  });

  it('is that of one screen where the second is wanted and not there', () => {
    const settings = settingsSchema.parse({ screen: { mode: 'two-screens' } });
    expect(preferencesOf(settings, atDesk).mode).toBe('two-screens');
    expect(preferencesOf(settings, { ...atDesk, isGuestApart: false }).mode).toBe('one-screen');
    const one = settingsSchema.parse({ screen: { mode: 'one-screen' } });
    expect(preferencesOf(one, atDesk).mode).toBe('one-screen');
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
