import type { ShownCard, ShownState } from '../../main/ipc/contract.ts';

export const sampleCard: ShownCard = {
  kind: 'resident',
  name: '测**',
  number: '0***************09',
  warnings: [],
};

const error = { code: 'reader.unplugged', en: 'The reader is gone.', zh: '读卡器已断开。' };

/** One state per phase. */
export const sampleStates = {
  starting: { phase: 'starting' },
  'waiting-for-card': { phase: 'waiting-for-card' },
  reading: { phase: 'reading' },
  looking: { phase: 'looking', visit: 1, card: sampleCard, framesWanted: 2 },
  comparing: { phase: 'comparing', card: sampleCard },
  result: {
    phase: 'result',
    card: sampleCard,
    decision: {
      verdict: 'pass',
      score: 93.27,
      threshold: 80,
      reviewThreshold: 70,
      far: 0.001,
      attempts: 2,
    },
    cardLies: true,
  },
  problem: { phase: 'problem', error, remedy: 'wait-for-reader' },
} as const satisfies Readonly<Record<ShownState['phase'], ShownState>>;
