import type { StationBridge } from '../../main/ipc/bridge.ts';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { toShownError } from '../../main/ipc/shown-error.ts';
import { useStage } from '../state/use-followed.ts';

const starting: ShownStage = { phase: 'starting' };

/** Where the counter stands; what is drawn before the station answers is that it is starting. */
export const useStageNow = (bridge: StationBridge): ShownStage => {
  const followed = useStage(bridge);
  switch (followed.kind) {
    case 'waiting':
      return starting;
    case 'known':
      return followed.value;
    case 'failed':
      return { phase: 'problem', error: toShownError(followed.error), remedy: 'restart' };
  }
};
