import { settingsSchema } from '../../../main/settings/settings.ts';
import type { SettingsView } from '../../../main/ipc/settings-view.ts';
import type { Settings } from '../../../renderer/settings/settings-draft.ts';

/** Settings as a station would have read them. */
export const someSettings = (given: object = {}): Settings => settingsSchema.parse(given);

export const someView = (given: object = {}): SettingsView => ({
  settings: someSettings(given),
  file: '/etc/witness/settings.json',
  populations: ['everyone'],
  hasCloudCredentials: false,
});

/** A cloud engine with everything set that can be, of either provider. */
export const fullCloud = (provider: 'cloudauth' | 'tencent'): object => ({
  ...{ provider, endpoint: 'https://face.example.com:8443', timeout: 900 },
  ...{ proxy: 'http://10.0.0.5:3128', caFile: '/etc/witness/ca.pem' },
  tencent: {
    ...{ endpoint: 'https://tencent.example.com', appId: '1250000000' },
    siteTable: {
      origin: 'our own 200 guests, 2026-10',
      points: [
        { far: 0.01, similarity: 70 },
        { far: 0.0001 / 3, similarity: 91.25 },
        { far: 0.001, similarity: 80 },
      ],
    },
  },
});

/** A gateway with everything set that can be. */
export const fullGateway = (enabled: boolean): object => ({
  ...{ enabled, host: 'gateway.example.com', port: 443, metricsPort: 0 },
  tls: { cert: '/etc/witness/cert.pem', key: '/etc/witness/key.pem' },
  urlImages: { enabled: true, allowedNetworks: ['10.1.2.0/24'] },
  redisUrl: 'redis://10.0.0.5:6379',
  rate: { requests: 7, seconds: 60 },
  queue: { waiting: 3 },
  cloudauth: { successCode: '200', allowGet: true },
  tencent: { singleUseSignatures: true },
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
