import { settingsSchema } from '../../../main/settings/settings.ts';
import type { SettingsView } from '../../../main/ipc/settings-view.ts';
import type { Settings } from '../../../renderer/settings/settings-draft.ts';

/** Settings as a station would have read them. */
export const someSettings = (given: object = {}): Settings => settingsSchema.parse(given);

export const someView = (given: object = {}): SettingsView => ({
  settings: someSettings(given),
  file: '/etc/witness/settings.json',
  populations: ['east-asian'],
  hasCloudCredentials: false,
});

/** One decoder of every kind and shape, with everything set that can be. */
export const someDecoders: readonly object[] = [
  { kind: 'none' },
  { kind: 'command', command: 'wlt', args: ['--bmp', '/a b'], needsReader: true, timeout: 900 },
  {
    ...{ kind: 'library', shape: 'unpack', path: '/lib/a.so', symbol: 'ZKID_PHunpack', flag: 311 },
    ...{ orientation: 'bottom-up', channelOrder: 'BGR', success: 3, photosPerProcess: 7 },
  },
  {
    ...{ kind: 'library', shape: 'wlt2Bmp', path: '/lib/b.so' },
    ...{ orientation: 'upright', channelOrder: 'RGB', success: 'non-negative' },
  },
  { kind: 'library', shape: 'Huaxu_Wlt2Bmp', path: '/lib/c.so', flag: 1 },
  { kind: 'library', shape: 'GetBmp', path: '/lib/d.so', intf: 2, needsReader: false },
  { kind: 'library', shape: 'dewlt', path: '/lib/e.so', timeout: 60_000 },
];
