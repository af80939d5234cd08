import type { Voice } from './speaker.ts';

/** The platform's own speech synthesis; on a machine that has none, a voice that stays silent. */
export const platformVoice = (): Voice => {
  if (!('speechSynthesis' in window)) return { say: () => undefined, hush: () => undefined };
  const { speechSynthesis } = window;
  const hush = (): void => {
    speechSynthesis.cancel();
  };
  return {
    hush,
    say: (text, locale) => {
      hush();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = locale;
      const [language] = locale.split('-');
      const voices = speechSynthesis.getVoices();
      const isFor = (voice: SpeechSynthesisVoice): boolean =>
        voice.lang.replace('_', '-').startsWith(language ?? locale);
      // A voice on this machine: words of a guest's check are sent nowhere to be spoken.
      utterance.voice = voices.find((voice) => voice.localService && isFor(voice)) ?? null;
      if (voices.length > 0 && utterance.voice === null) return;
      speechSynthesis.speak(utterance);
    },
  };
};
