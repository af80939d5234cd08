import type { ReactNode } from 'react';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import type { Looking } from '../camera/use-frames.ts';
import type { CameraState } from '../camera/watch-camera.ts';
import { BusyScreen } from './busy-screen.tsx';
import { ConsentScreen } from './consent-screen.tsx';
import { LookingScreen } from './looking-screen.tsx';
import { ProblemScreen } from './problem-screen.tsx';
import { ResultScreen } from './result-screen.tsx';
import type { GuestActions } from './use-guest-actions.ts';
import { WaitingScreen } from './waiting-screen.tsx';

export interface StageViewProps {
  readonly stage: ShownStage;
  readonly camera: CameraState;
  readonly looking: Looking;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
  readonly actions: GuestActions;
}

/** The screen for where the counter stands; it decides nothing. */
export const StageView = ({
  stage,
  camera,
  looking,
  onVideo,
  actions,
}: StageViewProps): ReactNode => {
  switch (stage.phase) {
    case 'starting':
    case 'reading':
      return <BusyScreen key={stage.phase} phase={stage.phase} />;
    case 'waiting-for-card':
      return <WaitingScreen />;
    case 'consent':
      // Another guest's screen is another screen: no tick of the last one is left on it.
      return (
        <ConsentScreen
          key={stage.visit}
          card={stage.card}
          notice={stage.notice}
          actions={actions}
        />
      );
    case 'looking':
    case 'comparing':
      return (
        <LookingScreen
          stage={stage}
          camera={camera}
          looking={looking}
          onVideo={onVideo}
          actions={actions}
        />
      );
    case 'result':
      return <ResultScreen key={stage.verdict} stage={stage} actions={actions} />;
    case 'problem':
      return <ProblemScreen stage={stage} />;
  }
};
