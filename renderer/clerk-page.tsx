import type { ReactNode } from 'react';
import type { StationBridge } from '../main/ipc/bridge.ts';
import type { Preferences } from '../main/ipc/settings-view.ts';
import { DemoBar } from './demo/demo-bar.tsx';
import { DemoCameraChoice } from './demo/camera-choice.tsx';
import { ClerkApp } from './desk/clerk-app.tsx';
import styles from './page.module.css';
import { Stage } from './stage/stage.tsx';
import { useStageDevices } from './use-stage-devices.ts';
import { Wizard } from './wizard/wizard.tsx';

interface PageProps {
  readonly bridge: StationBridge;
  readonly preferences: Preferences;
}

/** The clerk's page: the wizard until the station is set up; then the desk, with or without a stage. */
export const ClerkPage = (props: PageProps): ReactNode =>
  props.preferences.isSetUp ? <DeskPage {...props} /> : <Wizard {...props} />;

/** The stage comes and goes with the setting; the desk beside it stays as it is. */
const DeskPage = ({ bridge, preferences }: PageProps): ReactNode => {
  const hasStage = preferences.mode === 'one-screen';
  const { stage, camera, demo, cameraChoice } = useStageDevices(bridge, preferences, hasStage);
  return (
    <div className={styles['page']}>
      <ClerkApp
        bridge={bridge}
        preferences={preferences}
        stage={
          hasStage ? (
            <Stage bridge={bridge} preferences={preferences} stage={stage} camera={camera} />
          ) : undefined
        }
      />
      {demo && (
        <DemoBar
          bridge={bridge}
          demo={demo}
          camera={hasStage ? <DemoCameraChoice {...cameraChoice} /> : undefined}
        />
      )}
    </div>
  );
};
