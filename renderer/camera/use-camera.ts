import { useEffect, useState } from 'react';
import { watchCamera, type CameraState } from './watch-camera.ts';

/** The camera, open only while `isWanted`: nobody is filmed who is not being verified. */
export const useCamera = (isWanted: boolean): CameraState => {
  const [state, setState] = useState<CameraState>({ kind: 'off' });
  useEffect(
    () => (isWanted ? watchCamera(navigator.mediaDevices, setState) : undefined),
    [isWanted],
  );
  return state;
};
