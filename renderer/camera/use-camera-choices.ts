import { useEffect, useState } from 'react';
import { cameraChoices, type CameraChoice } from './camera-choices.ts';

/**
 * Cameras there are to choose from; `undefined` until that is known.
 *
 * @param isOn - whether a camera is open: names are told only once one was.
 */
export const useCameraChoices = (isOn: boolean): readonly CameraChoice[] | undefined => {
  const [choices, setChoices] = useState<readonly CameraChoice[]>();
  useEffect(() => {
    let isOver = false;
    const look = (): void => {
      void list().then((found) => {
        if (!isOver) setChoices(found);
      });
    };
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      isOver = true;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, [isOn]);
  return choices;
};

/** A browser that does not tell its devices has none to choose from; opening one says why. */
const list = async (): Promise<readonly CameraChoice[]> => {
  try {
    return cameraChoices(await navigator.mediaDevices.enumerateDevices());
  } catch {
    return [];
  }
};
