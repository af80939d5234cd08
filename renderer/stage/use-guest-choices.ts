import { useEffect, useState } from 'react';
import type { Preferences } from '../../main/ipc/settings-view.ts';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';

/** What a guest may set on the screen for the time of the visit. */
export type GuestChoices = Pick<Preferences, 'language' | 'largePrint' | 'voice'>;

/** Milliseconds without a card after which a choice was made by somebody who has left. */
const untilForgotten = 90_000;

/**
 * The settings' choices with the present guest's over them. The guest's are forgotten after the
 * result, and when nobody has placed a card for a while: the next guest starts as the site has set.
 */
export const useGuestChoices = (
  { language, largePrint, voice }: Preferences,
  phase: ShownStage['phase'],
): {
  readonly choices: GuestChoices;
  readonly choose: (choices: Partial<GuestChoices>) => void;
} => {
  const [chosen, setChosen] = useState<Partial<GuestChoices>>({});
  const [lastPhase, setLastPhase] = useState(phase);
  if (phase !== lastPhase) {
    setLastPhase(phase);
    if (lastPhase === 'result') setChosen({});
  }
  useEffect(() => {
    if (phase !== 'waiting-for-card' || Object.keys(chosen).length === 0) return undefined;
    const timer = setTimeout(() => {
      setChosen({});
    }, untilForgotten);
    return () => {
      clearTimeout(timer);
    };
  }, [phase, chosen]);
  return {
    choices: { language, largePrint, voice, ...chosen },
    choose: (more) => {
      setChosen((before) => ({ ...before, ...more }));
    },
  };
};
