import type { CallReply } from '../../../main/ipc/contract.ts';
import { sampleFigures, sampleRecords } from './check-records.ts';
import type { Answers } from './fake-bridge.ts';

const calibration = 'everyone-2026-11-26-f8d2199c';

/** Every device well. */
export const wellDevices: CallReply<'currentDevices'> = {
  reader: {
    state: 'ready',
    port: '/dev/ttyUSB0',
    samId: '05.01-20260312-0001234567-0076543210',
    counters: { frames: 1284, discarded: 2, 'checksum-errors': 1, timeouts: 3 },
  },
  camera: {
    state: 'on',
    label: 'USB Camera 1080p',
    choices: [{ deviceId: 'usb', label: 'USB Camera 1080p' }],
  },
  engine: {
    state: 'ready',
    name: 'local',
    models: ['blazeface-back', 'facemesh', 'mobilefacenet'],
    calibration,
    restarts: 0,
    readyAfter: 412,
  },
  decoder: { kind: 'library' },
  gateway: { state: 'off' },
  cloud: { state: 'off' },
};

/** The station's settings as they come, for a counter that was set up. */
export const sampleSettings: CallReply<'currentSettings'>['settings'] = {
  reader: { port: 'auto' },
  decoder: { kind: 'none' },
  camera: {},
  compare: {
    far: 0.001,
    review: true,
    attempts: 3,
    population: 'everyone',
    threads: 1,
  },
  engine: {
    route: 'local',
    cloud: {
      provider: 'cloudauth',
      endpoint: 'https://cloudauth.aliyuncs.com',
      timeout: 8000,
      proxy: 'environment',
      tencent: { endpoint: 'https://recognition.image.myqcloud.com', appId: '' },
    },
  },
  gateway: {
    enabled: false,
    host: 'localhost',
    port: 8430,
    metricsPort: 8431,
    urlImages: { enabled: false, allowedNetworks: [] },
    rate: { requests: 20, seconds: 1 },
    queue: { waiting: 16 },
    cloudauth: { successCode: 'by-version', allowGet: false },
    tencent: { singleUseSignatures: false },
  },
  site: {
    organisation: '示例银行城南支行',
    purpose: '办理开户业务时核对本人与证件是否一致',
    contact: '大堂经理，010-0000 0000',
    operators: ['李敏', '王建国'],
  },
  records: { retentionDays: 30 },
  screen: {
    mode: 'two-screens',
    language: 'zh',
    theme: 'system',
    largePrint: false,
    voice: true,
    sound: true,
    kiosk: false,
    contentProtection: false,
    holdSeconds: 10,
  },
  updates: { feed: '', publicKey: '' },
  isSetUp: true,
};

/** What each false-accept rate costs, as the shipped calibration has it; one of few people lacks the last. */
export const sampleTable: CallReply<'operatingTable'> = {
  calibration,
  population: 'everyone',
  measuredOn: '2026-11-26',
  people: 4283,
  impostorCount: 60_697_204,
  genuineCount: 18_060,
  attempts: 3,
  chances: 1,
  rows: [
    {
      far: 0.01,
      isChosen: false,
      farApplied: 1 / 300,
      threshold: 75.1,
      frr: 0.01639,
      frrInterval95: [0.012128, 0.021454],
    },
    {
      far: 0.001,
      isChosen: true,
      farApplied: 1 / 3000,
      threshold: 85,
      frr: 0.053654,
      frrInterval95: [0.043832, 0.066044],
    },
    { far: 0.0001, isChosen: false },
  ],
};

/** What a clerk's page asks for, whatever it shows. */
export const clerkAnswers = (): Answers => ({
  currentDevices: wellDevices,
  currentSettings: {
    settings: sampleSettings,
    file: '/home/counter/.config/witness/settings.json',
    populations: ['everyone', 'hotel-12'],
    hasCloudCredentials: false,
  },
  operatingTable: sampleTable,
  currentLock: { hasPin: false, isLocked: false },
  listRecords: sampleRecords(),
  figures: sampleFigures(),
});
