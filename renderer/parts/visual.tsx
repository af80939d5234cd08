import type { ReactNode } from 'react';
import type { ShownState } from '../../main/ipc/contract.ts';
import type { CameraState } from '../camera/watch-camera.ts';
import { CameraView } from './camera-view.tsx';
import { CardDrawing } from './card-drawing.tsx';
import { VerdictShape } from './verdict-shape.tsx';

/** What the page shows beside its words. */
export const Visual = ({
  state,
  camera,
  onVideo,
}: {
  readonly state: ShownState;
  readonly camera: CameraState;
  readonly onVideo: (video: HTMLVideoElement | null) => void;
}): ReactNode => {
  switch (state.phase) {
    case 'starting':
      return <div className="busy" />;
    case 'waiting-for-card':
    case 'reading':
      return <CardDrawing isReading={state.phase === 'reading'} />;
    case 'looking':
    case 'comparing':
      if (camera.kind === 'problem') return <VerdictShape ending="problem" />;
      if (camera.kind === 'off') return <div className="busy" />;
      return (
        <CameraView
          stream={camera.stream}
          isComparing={state.phase === 'comparing'}
          onVideo={onVideo}
        />
      );
    case 'result':
      return <VerdictShape ending={state.decision.verdict} />;
    case 'problem':
      return <VerdictShape ending="problem" />;
  }
};
