import type { CallReply } from '../../../main/ipc/contract.ts';
import type { clerkZh } from '../../../renderer/text/clerk.zh.ts';
import type { Translated } from '../../../renderer/text/words.ts';
import { clicksBy } from './clicks.ts';
import type { Deed, GalleryScreen } from './fake-bridge.ts';
import { clerkAnswers, sampleSettings, wellDevices } from './station-answers.ts';

type Words = Translated<typeof clerkZh>;
type Settings = CallReply<'currentSettings'>['settings'];

const viewOf = (changed: Partial<Settings> = {}): CallReply<'currentSettings'> => ({
  ...clerkAnswers().currentSettings!,
  settings: { ...sampleSettings, ...changed },
});

/** The settings, opened and led to where there is something to see. */
const settings = (
  way: (words: Words) => readonly Deed[],
  more: Partial<GalleryScreen> = {},
): GalleryScreen => ({
  ...more,
  stage: { phase: 'waiting-for-card' },
  preferences: { role: 'clerk', ...more.preferences },
  clicks: clicksBy((words) => [words.nav.settings, ...way(words)]),
  answers: {
    ...clerkAnswers(),
    currentDesk: {
      attempts: 3,
      far: 0.001,
      reasons: [],
      decisions: [],
      hasChipPhoto: false,
      hasFrame: false,
    },
    listPorts: [
      { path: '/dev/ttyUSB0', label: 'CH340' },
      { path: '/dev/ttyS0', label: '/dev/ttyS0' },
    ],
    findReader: { path: '/dev/ttyUSB0', baudRate: 115_200, samId: '05.01-20260312-0001234567' },
    changeSettings: viewOf(),
    checkDecoder: {
      works: true,
      finding: {
        en: 'The decoder can be called, and refuses a made-up photo, as it should.',
        zh: '解码器可以调用，并按预期拒绝了测试照片。',
      },
    },
    openGuestScreen: {},
    ...more.answers,
  },
});

const cloudRoute = { ...sampleSettings.engine, route: 'cloud-with-local-fallback' } as const;
const tencent: Settings['engine'] = {
  route: 'both-agree',
  cloud: {
    ...sampleSettings.engine.cloud,
    provider: 'tencent',
    proxy: 'http://10.0.0.5:3128',
    caFile: '/etc/witness/ca.pem',
    tencent: {
      endpoint: 'https://recognition.image.myqcloud.com',
      appId: '1250000000',
      siteTable: {
        origin: '信息科技部 2026-10 自测，210 人',
        points: [
          { far: 0.01, similarity: 62 },
          { far: 0.001, similarity: 75 },
          { far: 0.0005, similarity: 78.5 },
        ],
      },
    },
  },
};
const servedGateway: Settings['gateway'] = {
  ...sampleSettings.gateway,
  enabled: true,
  host: 'witness.bank.example',
  tls: { cert: '/etc/witness/gateway.pem', key: '/etc/witness/gateway.key' },
};
const unpack: Settings['decoder'] = {
  kind: 'library',
  shape: 'unpack',
  path: '/opt/reader/libwlt.so',
  symbol: 'unpack',
  success: 1,
  needsReader: false,
  timeout: 5000,
  photosPerProcess: 100,
  orientation: 'bottom-up',
  channelOrder: 'BGR',
  flag: 0,
};
const shared = { preferences: { mode: 'one-screen' } } as const;
const edits = (words: Words): readonly Deed[] => [
  words.settings.section.records,
  { field: words.settings.records.days, text: '90' },
];

const moreAttempts = (words: Words): readonly Deed[] => [
  words.settings.section.verdict,
  { field: words.settings.verdict.attempts, text: '10' },
];

/** The settings, section by section, and what can become of a change. */
export const settingsScreens: Readonly<Record<string, GalleryScreen>> = {
  'settings-reader': settings(() => []),
  'settings-reader-found': settings((words) => [words.settings.reader.find]),
  'settings-reader-gone': settings(() => [], {
    answers: { currentSettings: viewOf({ reader: { port: 'COM7', baudRate: 115_200 } }) },
  }),
  'settings-camera': settings((words) => [words.settings.section.camera]),
  'settings-camera-none': settings((words) => [words.settings.section.camera], {
    answers: { currentDevices: { ...wellDevices, camera: { state: 'off', choices: [] } } },
  }),
  'settings-decoder': settings((words) => [words.settings.section.decoder]),
  'settings-decoder-library': settings(
    (words) => [words.settings.section.decoder, words.settings.decoder.check],
    { answers: { currentSettings: viewOf({ decoder: unpack }) } },
  ),
  'settings-decoder-missing': settings((words) => [
    words.settings.section.decoder,
    words.settings.decoder.library,
    words.settings.section.camera,
    words.settings.save,
  ]),
  'settings-decoder-command': settings((words) => [
    words.settings.section.decoder,
    words.settings.decoder.command,
    { field: words.settings.decoder.program, text: 'bin/wlt' },
    { field: words.settings.decoder.timeout, text: '5 s' },
  ]),
  'settings-engine': settings((words) => [words.settings.section.engine]),
  'settings-engine-cloud': settings((words) => [words.settings.section.engine], {
    answers: { currentSettings: viewOf({ engine: cloudRoute }) },
  }),
  'settings-engine-tencent': settings((words) => [words.settings.section.engine], {
    answers: { currentSettings: { ...viewOf({ engine: tencent }), hasCloudCredentials: true } },
  }),
  'settings-engine-wrong': settings(
    (words) => [
      words.settings.section.engine,
      { field: words.settings.engine.tableRows, text: '0.1 75' },
      { field: words.settings.engine.proxyAddress, text: 'http://me:secret@10.0.0.5' },
      { field: words.settings.engine.appId, text: '' },
      words.settings.save,
    ],
    { answers: { currentSettings: viewOf({ engine: tencent }) } },
  ),
  'settings-engine-changed': settings(
    (words) => [words.settings.section.engine, words.settings.engine.providers.cloudauth],
    { answers: { currentSettings: viewOf({ engine: tencent }) } },
  ),
  'settings-verdict': settings((words) => [words.settings.section.verdict]),
  'settings-verdict-changed': settings(moreAttempts),
  'settings-verdict-starting': settings((words) => [words.settings.section.verdict], {
    failures: {
      operatingTable: {
        code: 'host.not-ready',
        message:
          'The station is still starting, or could not start. Wait a moment; if the screen names a problem, solve it first.',
        messageZh: '本系统正在启动，或未能启动。请稍候；若屏幕提示问题，请先解决。',
        data: {},
      },
    },
  }),
  'settings-records': settings((words) => [words.settings.section.records]),
  'settings-site': settings((words) => [words.settings.section.site]),
  'settings-gateway': settings((words) => [words.settings.section.gateway]),
  'settings-gateway-on': settings((words) => [words.settings.section.gateway], {
    answers: {
      currentSettings: viewOf({ gateway: servedGateway }),
      currentDevices: {
        ...wellDevices,
        gateway: { state: 'on', address: 'https://witness.bank.example:8430' },
      },
    },
  }),
  'settings-gateway-failed': settings(
    (words) => [
      words.settings.section.gateway,
      { field: words.settings.gateway.host, text: '10.0.0.5' },
      words.settings.save,
    ],
    {
      answers: {
        currentSettings: viewOf({ gateway: { ...sampleSettings.gateway, enabled: true } }),
        currentDevices: {
          ...wellDevices,
          gateway: {
            state: 'failed',
            error: {
              code: 'gateway.port-taken',
              en: 'Port 8430 of this machine is taken by another program. Close the other program, which may be a gateway already running, or choose other ports in the settings.',
              zh: '本机端口 8430 已被其他程序占用。请关闭占用端口的程序（可能是已在运行的网关），或在设置中更换端口。',
            },
          },
        },
      },
    },
  ),
  'settings-screen': settings((words) => [words.settings.section.screen]),
  'settings-updates': settings((words) => [words.settings.section.updates]),
  'settings-unsaved': settings(edits),
  'settings-wrong': settings((words) => [
    words.settings.section.records,
    { field: words.settings.records.days, text: '9000' },
  ]),
  'settings-saved': settings((words) => [...edits(words), words.settings.save]),
  'settings-refused': settings((words) => [...edits(words), words.settings.save], {
    failures: {
      changeSettings: {
        code: 'settings.not-written',
        message:
          'The settings cannot be written to /home/counter/.config/witness/settings.json (ENOSPC). Nothing was changed. Check that the folder can be written to and the disk is not full.',
        messageZh:
          '无法将设置写入 /home/counter/.config/witness/settings.json（ENOSPC）。设置未改动。请检查该文件夹是否可写、磁盘是否已满。',
        data: { file: '/home/counter/.config/witness/settings.json', reason: 'ENOSPC' },
      },
    },
  }),
  'settings-refused-field': settings((words) => [...moreAttempts(words), words.settings.save], {
    failures: {
      changeSettings: {
        code: 'verdict.far-not-measured',
        message:
          'A false-accept rate of 0.001 over 10 attempts needs 0.0001 for each, and so strict a rate was not measured. Allow fewer attempts, or choose one of the rates that are possible with 10: 0.01.',
        messageZh:
          '若允许尝试 10 次且总误识率为 0.001，则每次误识率须不高于 0.0001，但该误识率未经实测。请减少尝试次数，或选择 10 次尝试下可用的误识率：0.01。',
        data: {},
      },
    },
  }),
  'settings-leave': settings((words) => [...edits(words), words.nav.history]),
  'settings-shared': settings((words) => [words.settings.section.screen], shared),
  'settings-shared-unsaved': settings(edits, shared),
  'settings-failed': settings(() => [], {
    failures: {
      currentSettings: {
        code: 'calibration.unreadable',
        message:
          'The calibration everyone.json cannot be read: EACCES. Check that it is there and may be read, or reinstall the product.',
        messageZh:
          '无法读取校准文件 everyone.json：EACCES。请确认该文件存在且有读取权限，或重新安装本产品。',
        data: {},
      },
    },
  }),
};
