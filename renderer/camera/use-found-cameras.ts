import { useEffect, useState } from 'react';
import { foundCameras, type FoundCameras } from './camera-choices.ts';

/**
 * Cameras there are; `undefined` until that is known.
 *
 * @param isOn - whether a camera is open: names are told only once one was.
 */
export const useFoundCameras = (isOn: boolean): FoundCameras | undefined => {
  const [cameras, setCameras] = useState<FoundCameras>();
  useEffect(() => {
    let isOver = false;
    const look = (): void => {
      void list().then((found) => {
        if (!isOver) setCameras(found);
      });
    };
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      isOver = true;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, [isOn]);
  return cameras;
};

/** A browser that does not tell its devices has none to choose from; opening one says why. */
const list = async (): Promise<FoundCameras> => {
  try {
    return foundCameras(await navigator.mediaDevices.enumerateDevices());
  } catch {
    return { isAny: true, choices: [] };
  }
};
