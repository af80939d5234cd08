import type { ReactNode } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import type { Preferences } from '../main/ipc/settings-view.ts';
import { DemoBar } from './demo/demo-bar.tsx';
import { DemoCameraChoice } from './demo/camera-choice.tsx';
import styles from './page.module.css';
import { Stage } from './stage/stage.tsx';
import { useStageDevices } from './use-stage-devices.ts';

/** The guest's page: the stage from edge to edge, and the demonstration's bar where there is one. */
export const GuestPage = ({
  bridge,
  preferences,
}: {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
}): ReactNode => {
  const { stage, camera, demo, cameraChoice } = useStageDevices(bridge, preferences);
  return (
    <div className={styles['page']}>
      <Stage bridge={bridge} preferences={preferences} stage={stage} camera={camera} />
      {demo && (
        <DemoBar bridge={bridge} demo={demo} camera={<DemoCameraChoice {...cameraChoice} />} />
      )}
    </div>
  );
};
