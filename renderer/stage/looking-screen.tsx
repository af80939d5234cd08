import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { CameraView } from '../camera/camera-view.tsx';
import type { Looking } from '../camera/use-frames.ts';
import type { CameraState } from '../camera/watch-camera.ts';
import { Button } from '../parts/button.tsx';
import { Callout } from '../parts/callout.tsx';
import { useSentence } from '../text/use-language.ts';
import { AttemptDots } from './attempt-dots.tsx';
import { CameraProblemScreen } from './camera-problem-screen.tsx';
import { GuestCard } from './guest-card.tsx';
import { InstructionBanner } from './instruction-banner.tsx';
import { instructionIcons } from './instruction-icons.ts';
import { isEngineAway } from './is-engine-away.ts';
import styles from './looking-screen.module.css';
import type { GuestActions } from './use-guest-actions.ts';

export type LookingStage = Extract<ShownStage, { phase: 'looking' | 'comparing' }>;

/** The camera, while it looks for a good frame and while one is compared: the preview stays. */
export const LookingScreen = ({
  stage,
  camera,
  looking,
  onVideo,
  actions,
}: {
  readonly stage: LookingStage;
  readonly camera: CameraState;
  readonly looking: Looking;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
  readonly actions: GuestActions;
}): ReactNode => {
  const { t } = useTranslation('guest');
  const sentence = useSentence();
  const isComparing = stage.phase === 'comparing';
  if (camera.kind === 'problem' && !isComparing)
    return <CameraProblemScreen problem={camera.problem} actions={actions} />;
  const instruction = looking.advice?.instruction;
  const isInterrupted = isEngineAway(looking);
  const heading = t(isComparing ? 'comparing.heading' : 'looking.heading');
  return (
    <div className={styles['screen']}>
      <div className={styles['picture']}>
        {camera.kind === 'on' && (
          <CameraView
            stream={camera.stream}
            advice={looking.advice}
            isComparing={isComparing}
            label={t('looking.preview')}
            onVideo={onVideo}
          />
        )}
        {isComparing || instruction === undefined ? (
          <InstructionBanner icon="face" isGood={isComparing}>
            {isInterrupted && !isComparing ? t('looking.interrupted') : heading}
          </InstructionBanner>
        ) : (
          <InstructionBanner icon={instructionIcons[instruction]} isGood={instruction === 'good'}>
            {t(`instruction.${instruction}`)}
          </InstructionBanner>
        )}
      </div>
      <div className={styles['side']}>
        <div className={styles['lead']}>
          <h1 className={styles['heading']}>{heading}</h1>
          <p className={styles['detail']}>
            {t(isComparing ? 'comparing.detail' : 'looking.detail')}
          </p>
        </div>
        {stage.phase === 'looking' && (
          <AttemptDots attempt={stage.attempt} attempts={stage.attempts} />
        )}
        {looking.error && (
          <Callout tone={isInterrupted ? 'review' : 'fail'}>
            {isInterrupted ? t('looking.interruptedWords') : sentence(looking.error)}
          </Callout>
        )}
        <GuestCard card={stage.card} />
        <Button
          size="guest"
          icon="bell"
          isBusy={actions.isBusy || isComparing}
          onClick={actions.askForStaff}
        >
          {t('looking.askForStaff')}
        </Button>
      </div>
    </div>
  );
};
