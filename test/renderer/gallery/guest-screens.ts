import type { ShownDemo } from '../../../main/ipc/settings-view.ts';
import type {
  FrameAdvice,
  Instruction,
  StageCard,
  StageNotice,
} from '../../../main/ipc/stage-schema.ts';
import type { ResultStage } from '../../../renderer/stage/result-screen.tsx';
import type { GalleryScreen } from './fake-bridge.ts';
import { headOutline } from './stand-in-camera.ts';

export const card: StageCard = { kind: 'resident', name: '测**', number: '0***************09' };

const notice: StageNotice = {
  organisation: '示例银行城南支行',
  purpose: '办理开户业务时核对本人与证件是否一致',
  contact: '大堂经理，010-0000 0000',
  retentionDays: 30,
  guardian: false,
};

const cloud = {
  name: { en: 'Example Cloud', zh: '示例云实人认证' },
  orElse: 'this-machine',
} as const;
const error = {
  code: 'reader.unplugged',
  en: 'The card reader does not answer. Check its cable.',
  zh: '读卡器没有响应，请检查连接线。',
};
const lifted = {
  code: 'station.card-lifted-early',
  en: 'The card was taken away before the check was over. Nothing was compared.',
  zh: '核验尚未结束证件就被拿走，未进行比对。',
};

const demo: ShownDemo = {
  scenes: [
    { id: 'pass', label: { en: 'The card’s holder', zh: '持卡人本人' } },
    { id: 'fail', label: { en: 'Somebody else', zh: '他人冒用' } },
    { id: 'review', label: { en: 'Close call', zh: '难以判断' } },
    { id: 'nobody', label: { en: 'Nobody there', zh: '无人' } },
    { id: 'two', label: { en: 'Two faces', zh: '两个人' } },
    { id: 'expired', label: { en: 'Expired card', zh: '证件过期' } },
    { id: 'lifted', label: { en: 'Card lifted early', zh: '提前拿走证件' } },
    { id: 'unplugged', label: { en: 'Reader unplugged', zh: '读卡器断开' } },
  ],
  scene: 'pass',
  cardLies: true,
};

const seen = (instruction: Instruction): FrameAdvice => ({
  seen: true,
  instruction,
  quality: 0.7,
  ...(instruction !== 'nobody' && { outline: headOutline }),
});

const looking = { phase: 'looking', visit: 1, card, attempt: 2, attempts: 3 } as const;
const result: Omit<ResultStage, 'verdict'> = {
  phase: 'result',
  visit: 1,
  card,
  reasons: [],
  decidedByOperator: false,
  cardLies: true,
  nextWaits: false,
};

/** The guest's screens. */
export const guestScreens: Readonly<Record<string, GalleryScreen>> = {
  starting: { stage: { phase: 'starting' } },
  waiting: { stage: { phase: 'waiting-for-card' } },
  'waiting-demo': {
    stage: { phase: 'waiting-for-card' },
    preferences: { isDemo: true },
    answers: { currentDemo: demo },
  },
  reading: { stage: { phase: 'reading' } },
  consent: { stage: { phase: 'consent', visit: 1, card, notice } },
  'consent-cloud': {
    stage: { phase: 'consent', visit: 1, card, notice: { ...notice, cloud } },
  },
  'consent-cloud-alone': {
    stage: {
      phase: 'consent',
      visit: 1,
      card,
      notice: { ...notice, cloud: { ...cloud, orElse: 'staff' } },
    },
  },
  'consent-child': {
    stage: {
      phase: 'consent',
      visit: 1,
      card: { kind: 'hk-macao-taiwan', name: 'C*** X***', number: '8***************11' },
      notice: {
        organisation: '',
        purpose: '',
        contact: '',
        retentionDays: 0,
        cloud,
        guardian: true,
      },
    },
  },
  'looking-closer': { stage: looking, advice: seen('closer') },
  'looking-good': { stage: { ...looking, attempt: 1 }, advice: seen('good') },
  'looking-two': { stage: looking, advice: seen('one-person-only') },
  'looking-mask': { stage: looking, advice: seen('uncover-face') },
  'looking-nobody': { stage: { ...looking, attempts: 1 }, advice: seen('nobody') },
  'looking-interrupted': {
    stage: looking,
    failures: {
      offerFrame: {
        code: 'engine.timed-out',
        message: 'The face engine did not answer.',
        messageZh: '人脸引擎没有响应。',
        data: {},
      },
    },
  },
  'camera-denied': { stage: looking, camera: 'denied' },
  'camera-missing': { stage: looking, camera: 'missing' },
  comparing: { stage: { phase: 'comparing', visit: 1, card } },
  pass: { stage: { ...result, verdict: 'pass' } },
  'pass-lifted': { stage: { ...result, verdict: 'pass', cardLies: false } },
  'pass-reader-gone': { stage: { ...result, verdict: 'pass', readerProblem: error } },
  review: { stage: { ...result, verdict: 'review', reasons: ['score-near-threshold'] } },
  'review-next-waits': {
    stage: {
      ...result,
      verdict: 'review',
      reasons: ['score-near-threshold'],
      cardLies: false,
      nextWaits: true,
    },
  },
  'review-expired': {
    stage: { ...result, verdict: 'review', reasons: ['card-expired', 'card-data-odd'] },
  },
  'review-without-face': {
    stage: { ...result, verdict: 'review', reasons: ['without-face'] },
  },
  fail: { stage: { ...result, verdict: 'fail' } },
  'fail-decided': { stage: { ...result, verdict: 'fail', decidedByOperator: true } },
  'problem-lifted': { stage: { phase: 'problem', error: lifted, remedy: 'place-card' } },
  'problem-lift': {
    stage: {
      phase: 'problem',
      remedy: 'lift-card',
      error: {
        code: 'card.unreadable',
        en: 'The card could not be read.',
        zh: '无法读取此证件。',
      },
    },
  },
  'problem-reader': { stage: { phase: 'problem', error, remedy: 'wait-for-reader' } },
  'connection-lost': { stage: { phase: 'waiting-for-card' }, isLost: true },
};
