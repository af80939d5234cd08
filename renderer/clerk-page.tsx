import type { ReactNode } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import type { Preferences } from '../main/ipc/settings-view.ts';
import { DemoBar } from './demo/demo-bar.tsx';
import { DemoCameraChoice } from './demo/camera-choice.tsx';
import { ClerkApp } from './desk/clerk-app.tsx';
import styles from './page.module.css';
import { Stage } from './stage/stage.tsx';
import { knownOf } from './state/followed.ts';
import { useDemo } from './state/use-followed.ts';
import { useStageDevices } from './use-stage-devices.ts';
import { Wizard } from './wizard/wizard.tsx';

interface PageProps {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
}

/** The clerk's page: the wizard until the station is set up; then the desk, with or without a stage. */
export const ClerkPage = ({ bridge, preferences }: PageProps): ReactNode => {
  if (!preferences.isSetUp) return <Wizard bridge={bridge} preferences={preferences} />;
  return preferences.mode === 'one-screen' ? (
    <DeskWithStage bridge={bridge} preferences={preferences} />
  ) : (
    <DeskAlone bridge={bridge} preferences={preferences} />
  );
};

const DeskWithStage = ({ bridge, preferences }: PageProps): ReactNode => {
  const { stage, camera, demo, cameraChoice } = useStageDevices(bridge, preferences);
  return (
    <div className={styles['page']}>
      <ClerkApp
        bridge={bridge}
        preferences={preferences}
        stage={<Stage bridge={bridge} preferences={preferences} stage={stage} camera={camera} />}
      />
      {demo && (
        <DemoBar bridge={bridge} demo={demo} camera={<DemoCameraChoice {...cameraChoice} />} />
      )}
    </div>
  );
};

const DeskAlone = ({ bridge, preferences }: PageProps): ReactNode => {
  const demo = knownOf(useDemo(bridge));
  return (
    <div className={styles['page']}>
      <ClerkApp bridge={bridge} preferences={preferences} stage={undefined} />
      {preferences.isDemo && demo && <DemoBar bridge={bridge} demo={demo} camera={undefined} />}
    </div>
  );
};
