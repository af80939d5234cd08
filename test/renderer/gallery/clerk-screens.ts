import type { ShownDesk } from '../../../main/ipc/desk-schema.ts';
import type { ShownStage } from '../../../main/ipc/stage-schema.ts';
import type { DeviceName, DeviceWords } from '../../../renderer/desk/device-summary.ts';
import { clerkEn } from '../../../renderer/text/clerk.en.ts';
import { clerkZh } from '../../../renderer/text/clerk.zh.ts';
import { formatDayAndTime } from '../../../renderer/text/format-time.ts';
import type { Language } from '../../../renderer/text/language.ts';
import { sampleRecords } from './check-records.ts';
import { clicksBy } from './clicks.ts';
import { drawnChipPhoto, drawnFrame } from './drawn-pictures.ts';
import type { Deed, GalleryScreen } from './fake-bridge.ts';
import { card, guestScreens } from './guest-screens.ts';
import { clerkAnswers, wellDevices } from './station-answers.ts';

const both = (text: string): { readonly en: string; readonly zh: string } => ({
  en: text,
  zh: text,
});

const deskCard: NonNullable<ShownDesk['card']> = {
  kind: 'resident',
  fields: [
    { name: 'name', value: both('测试员') },
    { name: 'sex', value: { en: 'female', zh: '女' } },
    { name: 'ethnic-group', value: both('汉') },
    { name: 'birth', value: both('1991-06-18') },
    { name: 'address', value: both('示例省示例市城南区和平路 100 号 2 栋 3 单元 401 室') },
    { name: 'number', value: both('000000199106180009') },
    { name: 'issuer', value: both('示例市公安局城南分局') },
    { name: 'validity', value: both('2017-03-02 – 2037-03-02') },
  ],
  age: 35,
  validUntil: '2037-03-02',
  daysLeft: 3749,
  warnings: [],
};

const scale = [
  { far: 0.01, threshold: 75.1 },
  { far: 0.001, threshold: 85 },
];

const decision = (
  verdict: 'pass' | 'review' | 'fail',
  score: number,
): NonNullable<ShownDesk['decision']> => ({
  verdict,
  score,
  threshold: 85,
  reviewThreshold: 75.1,
  far: 0.001,
  farPerAttempt: 1 / 3000,
  farApplied: 1 / 3000,
  attempts: 3,
  scale,
  engine: 'local',
  calibration: 'everyone-2026-11-26-f8d2199c',
});

const visit: ShownDesk = {
  visit: 1,
  card: deskCard,
  startedAt: '2026-11-25T06:12:00.000Z',
  attemptsUsed: 0,
  attempts: 3,
  far: 0.001,
  reasons: [],
  decisions: [],
  hasChipPhoto: true,
  hasFrame: false,
};
const compared: ShownDesk = { ...visit, attemptsUsed: 1, hasFrame: true };

const resultStage = (verdict: 'pass' | 'review' | 'fail'): ShownStage => ({
  phase: 'result',
  visit: 1,
  card,
  verdict,
  reasons: [],
  decidedByOperator: false,
  cardLies: true,
  nextWaits: false,
});

const desk = (
  stage: ShownStage,
  shown: ShownDesk,
  more: Partial<GalleryScreen> = {},
): GalleryScreen => ({
  ...more,
  stage,
  preferences: { role: 'clerk', ...more.preferences },
  answers: {
    ...clerkAnswers(),
    currentDesk: shown,
    visitImages: {
      ...(shown.hasChipPhoto && { chip: drawnChipPhoto() }),
      ...(shown.hasFrame && { frame: drawnFrame() }),
    },
    ...more.answers,
  },
});

const idle: ShownDesk = {
  attempts: 3,
  far: 0.001,
  reasons: [],
  decisions: [],
  hasChipPhoto: false,
  hasFrame: false,
};
const waiting: ShownStage = { phase: 'waiting-for-card' };
const looking: ShownStage = { phase: 'looking', visit: 1, card, attempt: 1, attempts: 3 };
const pass: ShownDesk = { ...compared, verdict: 'pass', decision: decision('pass', 91.6) };
const review: ShownDesk = {
  ...compared,
  attemptsUsed: 3,
  verdict: 'review',
  reasons: ['score-near-threshold'],
  decision: decision('review', 79.8),
};
const disagreeing: ShownDesk = {
  ...compared,
  attemptsUsed: 3,
  verdict: 'review',
  reasons: ['engines-disagree'],
  decision: {
    ...decision('review', 21.3),
    engine: 'cloudauth',
    routing: {
      rule: 'both-agree',
      answers: [
        { engine: 'local', score: 91.6, threshold: 85, verdict: 'pass' },
        { engine: 'cloudauth', score: 21.3, threshold: 85, verdict: 'fail' },
      ],
    },
  },
};
const bandAsked: ShownDesk = {
  ...pass,
  decision: {
    ...decision('pass', 88.2),
    engine: 'cloudauth',
    routing: {
      rule: 'local-then-cloud',
      answers: [
        { engine: 'local', score: 80.2, threshold: 85, verdict: 'review' },
        { engine: 'cloudauth', score: 88.2, threshold: 85, verdict: 'pass' },
      ],
    },
  },
};
const fail: ShownDesk = {
  ...compared,
  attemptsUsed: 3,
  verdict: 'fail',
  decision: decision('fail', 21.3),
};
const expired: ShownDesk = {
  ...visit,
  card: {
    ...deskCard,
    validUntil: '2025-02-11',
    daysLeft: -287,
    warnings: [{ code: 'expired', en: 'The card has expired.', zh: '证件已过期。' }],
  },
  verdict: 'review',
  reasons: ['card-expired'],
};
const decided: ShownDesk = {
  ...review,
  verdict: 'pass',
  decisions: [
    {
      verdict: 'pass',
      operator: '李敏',
      reason: '人工核对：五官一致，发型不同',
      at: '2026-11-25T06:13:10.000Z',
    },
  ],
};
const failing: ShownDesk = {
  ...compared,
  verdict: 'review',
  reasons: ['comparison-failed'],
  error: {
    code: 'engine.crashed',
    en: 'The face engine stopped while comparing. It was started again; let the guest try again.',
    zh: '人脸引擎在比对时意外停止，已重新启动。请让客人重试。',
  },
};

const shared = { preferences: { mode: 'one-screen' } } as const;

/** Opens what there is to read of a device, which says now that it is so. */
const chipOf = <Name extends DeviceName>(
  name: Name,
  word: DeviceWords[Name],
): GalleryScreen['clicks'] & object =>
  clicksBy(({ device }) => {
    const [names, words]: readonly Readonly<Record<string, unknown>>[] = [
      device.name,
      device[name] as Readonly<Record<string, string>>,
    ];
    return [
      device.details
        .replace('{{device}}', String(names?.[name]))
        .replace('{{state}}', String(words?.[word])),
    ];
  });
const troubled = {
  answers: {
    currentDevices: {
      ...wellDevices,
      reader: {
        ...wellDevices.reader,
        state: 'recovering',
        error: {
          code: 'reader.unplugged',
          en: 'The card reader does not answer. Check its cable.',
          zh: '读卡器没有响应，请检查连接线。',
        },
      },
      camera: { state: 'problem', problem: 'denied', choices: [] },
      engine: {
        ...wellDevices.engine,
        state: 'restarting',
        restarts: 2,
        error: {
          code: 'engine.timed-out',
          en: 'The face engine did not answer within 3000 ms; this comparison has no result.',
          zh: '人脸引擎在 3000 毫秒内没有响应，本次比对没有结果。',
        },
      },
      decoder: { kind: 'none' },
      gateway: {
        state: 'failed',
        error: {
          code: 'gateway.port-taken',
          en: 'The port 8421 is used by another program. Choose another one.',
          zh: '端口 8421 已被其他程序占用，请改用其他端口。',
        },
      },
      cloud: {
        state: 'failing',
        provider: 'cloudauth',
        lastError: {
          code: 'cloud.unreachable',
          en: 'The cloud could not be reached. Check the network.',
          zh: '无法连接云端，请检查网络。',
        },
      },
    },
  },
} as const satisfies Partial<GalleryScreen>;

const drifted = {
  answers: {
    listRecords: sampleRecords(6),
    currentDevices: {
      ...wellDevices,
      engine: {
        ...wellDevices.engine,
        warning: {
          code: 'drift.more-score-low',
          en: 'More guests score low than this station was calibrated for: 14.2 % of the last 506 first attempts scored below 80, 4.2 % were to be expected. Check the light, the camera and its lens, and what was changed at the counter; if all is well, calibrate with photographs of this site, taken with consent.',
          zh: '得分偏低的客人多于标定时：最近 506 次首次比对中有 14.2 % 低于 80 分，预期为 4.2 %。请检查光线、摄像头及镜头，以及柜台近期的变动；如均正常，请用本单位经同意拍摄的照片重新标定。',
        },
      },
    },
  },
  clicks: chipOf('engine', 'warned'),
} as const satisfies Partial<GalleryScreen>;

/** A gateway that runs, and a cloud that could not if it were asked. */
const served = {
  answers: {
    currentDevices: {
      ...wellDevices,
      gateway: { state: 'on', address: 'https://127.0.0.1:8421' },
      cloud: { state: 'no-keys', provider: 'tencent' },
    },
  },
} as const satisfies Partial<GalleryScreen>;

/** The details of one check, of a day on which a person decided some. */
const openedRecord = sampleRecords().records.find(({ decisions }) => decisions.length > 0)!;
const recordIn = (language: Language, words: typeof clerkEn | typeof clerkZh): readonly Deed[] => [
  words.nav.history,
  words.history.table.open.replace('{{time}}', formatDayAndTime(openedRecord.endedAt, language)),
];

/** The clerk's screens. */
export const clerkScreens: Readonly<Record<string, GalleryScreen>> = {
  'desk-idle': desk(waiting, idle, { answers: { listRecords: sampleRecords(6) } }),
  'desk-starting': desk({ phase: 'starting' }, idle),
  'desk-looking': desk(looking, visit),
  'desk-pass': desk(resultStage('pass'), pass),
  'desk-review': desk(resultStage('review'), review),
  'desk-fail': desk(resultStage('fail'), fail),
  'desk-disagreeing': desk(resultStage('review'), disagreeing),
  'desk-routed': desk(resultStage('pass'), bandAsked),
  'desk-expired': desk(resultStage('review'), expired),
  'desk-decided': desk(resultStage('pass'), decided),
  'desk-failing': desk(resultStage('review'), failing),
  'desk-decide': desk(resultStage('review'), review, {
    clicks: clicksBy((words) => [`${words.desk.decide.fail} F3`]),
  }),
  'desk-decide-pass': desk(resultStage('review'), review, {
    clicks: clicksBy((words) => [`${words.desk.decide.pass} F2`]),
  }),
  'desk-retry': desk(resultStage('fail'), fail, {
    clicks: clicksBy((words) => [`${words.desk.decide.retry} F4`]),
  }),
  'desk-photos': desk(resultStage('review'), review, {
    clicks: clicksBy((words) => [words.desk.pictures.enlarge]),
  }),
  'desk-far': desk(resultStage('review'), review, {
    clicks: clicksBy((words) => [`${words.desk.far.heading} 0.1% · ${words.desk.far.open}`]),
  }),
  'desk-keys': desk(resultStage('review'), review, {
    clicks: clicksBy((words) => [`${words.help.open} F1`]),
  }),
  history: desk(waiting, idle, { clicks: clicksBy((words) => [words.nav.history]) }),
  'history-figures': desk(waiting, idle, {
    clicks: clicksBy((words) => [words.nav.history, words.history.views.figures]),
  }),
  'history-record': desk(waiting, idle, {
    clicks: { zh: recordIn('zh', clerkZh), en: recordIn('en', clerkEn) },
  }),
  'history-waits': desk(looking, visit, { clicks: clicksBy((words) => [words.nav.history]) }),
  'desk-troubled': desk(guestScreens['problem-reader']!.stage, idle, troubled),
  'desk-drifted': desk(waiting, idle, drifted),
  'device-reader': desk(waiting, idle, { clicks: chipOf('reader', 'ready') }),
  'device-reader-gone': desk(waiting, idle, {
    ...troubled,
    clicks: chipOf('reader', 'recovering'),
  }),
  'device-camera': desk(waiting, idle, { ...troubled, clicks: chipOf('camera', 'denied') }),
  'device-engine': desk(waiting, idle, { ...troubled, clicks: chipOf('engine', 'restarting') }),
  'device-decoder': desk(waiting, idle, { ...troubled, clicks: chipOf('decoder', 'none') }),
  'device-gateway': desk(waiting, idle, { ...served, clicks: chipOf('gateway', 'on') }),
  'device-gateway-failed': desk(waiting, idle, {
    ...troubled,
    clicks: chipOf('gateway', 'failed'),
  }),
  'device-cloud': desk(waiting, idle, { ...served, clicks: chipOf('cloud', 'no-keys') }),
  'device-cloud-failing': desk(waiting, idle, {
    ...troubled,
    clicks: chipOf('cloud', 'failing'),
  }),
  'shared-idle': desk(waiting, idle, { ...shared, answers: { listRecords: sampleRecords(6) } }),
  'shared-looking': desk(looking, visit, { ...shared, ...guestScreens['looking-good'] }),
  'shared-pass': desk(resultStage('pass'), pass, shared),
  'shared-review': desk(resultStage('review'), review, shared),
  'shared-demo': desk(waiting, idle, {
    preferences: { mode: 'one-screen', isDemo: true },
    answers: guestScreens['waiting-demo']!.answers!,
  }),
};
