import {
  librarySettingsSchema,
  type LibrarySettings,
} from '../../../main/photo/decoder-settings.ts';

/** Settings of a library decoder with defaults filled in; raw pixels are upright RGB unless told. */
export const librarySettings = (settings: {
  readonly path?: string;
  readonly shape: LibrarySettings['shape'];
  readonly [setting: string]: unknown;
}): LibrarySettings => {
  const isRaw = settings.shape === 'unpack' || settings.shape === 'wlt2Bmp';
  return librarySettingsSchema.parse({
    kind: 'library',
    path: '/opt/decoder/libwlt.so',
    ...(isRaw ? { orientation: 'upright', channelOrder: 'RGB' } : {}),
    ...settings,
  });
};
