import { useState, type ReactNode } from 'react';
import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { Preferences } from '../../main/ipc/settings-view.ts';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { useFrames } from '../camera/use-frames.ts';
import type { CameraState } from '../camera/watch-camera.ts';
import { classNames } from '../parts/class-names.ts';
import { useChimes } from '../sound/use-chimes.ts';
import { InLanguage } from '../text/in-language.tsx';
import { localeOf } from '../text/language.ts';
import { StageFrame } from './stage-frame.tsx';
import styles from './stage.module.css';
import { useGuestChoices } from './use-guest-choices.ts';

/** The guest's screen, connected. It fills whatever it stands in: a window, or a part of the desk. */
export const Stage = ({
  bridge,
  preferences,
  stage,
  camera,
}: {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
  readonly stage: ShownStage;
  readonly camera: CameraState;
}): ReactNode => {
  const { choices, choose } = useGuestChoices(preferences, stage);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const visit = stage.phase === 'looking' ? stage.visit : undefined;
  const looking = useFrames(bridge, visit, video);
  useChimes(stage, preferences.sound);
  return (
    <InLanguage language={choices.language}>
      <div className={styles['box']} lang={localeOf[choices.language]}>
        <div
          className={classNames(styles['stage'], styles[moodOf(stage)])}
          data-unit="stage"
          data-print={choices.largePrint ? 'large' : 'normal'}
          data-phase={stage.phase}
        >
          <StageFrame
            bridge={bridge}
            stage={stage}
            camera={camera}
            looking={looking}
            onVideo={setVideo}
            choices={choices}
            choose={choose}
          />
        </div>
      </div>
    </InLanguage>
  );
};

/** The colour behind everything: one per verdict, and calm otherwise. */
const moodOf = (stage: ShownStage): 'calm' | 'pass' | 'review' | 'fail' =>
  stage.phase === 'result' ? stage.verdict : 'calm';
