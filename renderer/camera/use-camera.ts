import { useEffect, useState } from 'react';
import type { CameraSource } from './camera-source.ts';
import { watchCamera, type CameraState } from './watch-camera.ts';

/** The camera, open only while there is a source: nobody is filmed who is not being verified. */
export const useCamera = (source: CameraSource | undefined): CameraState => {
  const [state, setState] = useState<CameraState>({ kind: 'off' });
  useEffect(
    () => (source === undefined ? undefined : watchCamera({ source, onState: setState, later })),
    [source],
  );
  return state;
};

const later = (act: () => void, ms: number): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => {
    clearTimeout(timer);
  };
};
