import { useEffect, useState } from 'react';
import type { Preferences } from '../../main/ipc/settings-view.ts';
import type { ShownStage } from '../../main/ipc/stage-schema.ts';
import { choicesAfter, noChoices, visitOf, withChoice, type GuestChoices } from './kept-choices.ts';

/** Milliseconds without a card after which a choice was made by somebody who has left. */
const untilForgotten = 90_000;

/**
 * The settings' choices with the present guest's over them. The guest's last as long as the visit, and
 * are forgotten when nobody has placed a card for a while: the next guest starts as the site has set.
 */
export const useGuestChoices = (
  { language, largePrint, voice }: Preferences,
  stage: ShownStage,
): {
  readonly choices: GuestChoices;
  readonly choose: (choices: Partial<GuestChoices>) => void;
} => {
  const [kept, setKept] = useState(noChoices);
  const [lastStage, setLastStage] = useState(stage);
  if (stage !== lastStage) {
    setLastStage(stage);
    setKept(choicesAfter(kept, lastStage, stage));
  }
  const { phase } = stage;
  useEffect(() => {
    if (phase !== 'waiting-for-card' || Object.keys(kept.chosen).length === 0) return undefined;
    const timer = setTimeout(() => {
      setKept(noChoices);
    }, untilForgotten);
    return () => {
      clearTimeout(timer);
    };
  }, [phase, kept]);
  return {
    choices: { language, largePrint, voice, ...kept.chosen },
    choose: (more) => {
      setKept((before) => withChoice(before, more, visitOf(stage)));
    },
  };
};
