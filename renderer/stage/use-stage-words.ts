import { useTranslation } from 'react-i18next';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import type { Looking } from '../camera/use-frames.ts';
import type { CameraState } from '../camera/watch-camera.ts';
import { isEngineAway } from './is-engine-away.ts';
import { moveOf } from './move-of.ts';
import { useResultWords, type ResultFacts } from './use-result-words.ts';

/** What is said aloud now, and what it belongs to: a new turn interrupts what is being said. */
export interface SpokenWords {
  readonly turn: string;
  readonly text: string | undefined;
}

const noResult: ResultFacts = { verdict: 'review', reasons: [], decidedByOperator: false };

/** What the voice says at each phase: what the screen says, in as many words as one listens to. */
export const useStageWords = (
  stage: ShownStage,
  camera: CameraState,
  looking: Looking,
): SpokenWords => {
  const { t, i18n } = useTranslation('guest');
  const result = useResultWords(stage.phase === 'result' ? stage : noResult);
  const turn = `${stage.phase} ${'visit' in stage ? stage.visit : ''} ${i18n.language}`;
  switch (stage.phase) {
    case 'starting':
    case 'comparing':
      return { turn, text: undefined };
    case 'waiting-for-card':
      return { turn, text: t('waiting.heading') };
    case 'reading':
      return { turn, text: t('reading.detail') };
    case 'consent':
      return {
        turn,
        text: t(stage.notice.guardian ? 'consent.spokenGuardian' : 'consent.spoken'),
      };
    case 'looking': {
      if (camera.kind === 'problem') return { turn, text: t(`camera.${camera.problem}.heading`) };
      if (isEngineAway(looking)) return { turn, text: t('looking.interrupted') };
      const instruction = looking.advice?.instruction;
      return {
        turn,
        text: t(instruction === undefined ? 'looking.heading' : `instruction.${instruction}`),
      };
    }
    case 'result': {
      const move = moveOf(stage);
      const next = move === undefined || move === 'nextGuest' ? [] : [t(move)];
      const stop = t('stop');
      return {
        turn: `${turn} ${stage.verdict} ${stage.nextWaits ? 'next' : ''}`,
        text: [`${result.heading}${stop}`, ...result.details, ...next].join(' '),
      };
    }
    case 'problem':
      return { turn: `${turn} ${stage.error.code}`, text: t(`remedy.${stage.remedy}`) };
  }
};
