import { useEffect, useRef } from 'react';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { chimeOf } from './chime-of.ts';
import { playChime } from './play-chime.ts';

/**
 * Plays a chime at every turn of the stage, while sounds are on. Outside a kiosk a browser lets a
 * page sound only once somebody touched it; chimes before that are left out, not made up for.
 */
export const useChimes = (stage: ShownStage, isOn: boolean): void => {
  const before = useRef(stage);
  const context = useRef<AudioContext | undefined>(undefined);
  useEffect(() => {
    const chime = chimeOf(before.current, stage);
    before.current = stage;
    if (chime === undefined || !isOn) return;
    context.current ??= openAudio();
    const audio = context.current;
    if (audio === undefined) return;
    // Where it may not sound, `resume` waits for a touch: the chime would come much too late then.
    if (audio.state === 'running') playChime(audio, chime);
    else
      void resumeSoon(audio).then((isRunning) => {
        if (isRunning) playChime(audio, chime);
      });
  }, [stage, isOn]);
  useEffect(
    () => () => {
      void context.current?.close();
      context.current = undefined;
    },
    [],
  );
};

/** A machine that gives no sound must not take the screen along: an error here would. */
const openAudio = (): AudioContext | undefined => {
  try {
    return new AudioContext();
  } catch {
    return undefined;
  }
};

/** Milliseconds within which a sound still belongs to what is seen. */
const soon = 300;

const resumeSoon = (context: AudioContext): Promise<boolean> =>
  Promise.race([
    context.resume().then(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(() => {
        resolve(false);
      }, soon);
    }),
  ]);
