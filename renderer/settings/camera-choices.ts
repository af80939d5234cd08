import type { CameraChoice } from '../camera/camera-choices.ts';
import type { Choice } from '../parts/select.tsx';

/**
 * Cameras to choose from. The one that is chosen is among them even while it is not plugged in, else
 * saving anything would choose another.
 */
export const cameraSettingChoices = (
  cameras: readonly CameraChoice[],
  chosen: string,
  words: { readonly first: string; readonly missing: string },
): readonly Choice<string>[] => {
  const isThere = chosen === '' || cameras.some(({ deviceId }) => deviceId === chosen);
  return [
    { value: '', label: words.first },
    ...cameras.map(({ deviceId, label }) => ({ value: deviceId, label })),
    ...(isThere ? [] : [{ value: chosen, label: words.missing }]),
  ];
};
