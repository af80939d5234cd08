import { useEffect, useRef } from 'react';
import { platformVoice } from './platform-voice.ts';
import { Speaker } from './speaker.ts';

/**
 * Says prompts aloud while the voice is on.
 *
 * @param turn - what the text belongs to; a new one interrupts the last.
 * @param text - what to say; `undefined` for nothing.
 */
export const useVoice = (
  turn: string,
  text: string | undefined,
  locale: string,
  isOn: boolean,
): void => {
  const speaker = useRef<Speaker | undefined>(undefined);
  useEffect(() => {
    if (!isOn) {
      speaker.current?.hush();
      return;
    }
    speaker.current ??= new Speaker({
      voice: platformVoice(),
      later,
      now: () => performance.now(),
    });
    speaker.current.prompt(turn, text, locale);
  }, [turn, text, locale, isOn]);
  useEffect(() => () => speaker.current?.hush(), []);
};

const later = (act: () => void, ms: number): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => {
    clearTimeout(timer);
  };
};
