import { afterEach, describe, expect, it, vi } from 'vitest';
import { platformVoice } from '../../../renderer/sound/platform-voice.ts';

interface Utterance {
  readonly text: string;
  lang: string;
  voice: { readonly name: string } | null;
}

const voiceOf = (name: string, lang: string, localService: boolean): object => ({
  ...{ name, lang, localService },
});

/** A platform with these voices, and what was asked of it. */
const platformWith = (...voices: readonly object[]): (Utterance | 'cancel')[] => {
  const asked: (Utterance | 'cancel')[] = [];
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class implements Utterance {
      readonly text: string;
      lang = '';
      voice = null;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  vi.stubGlobal('window', {
    speechSynthesis: {
      getVoices: () => voices,
      speak: (utterance: Utterance) => asked.push(utterance),
      cancel: () => asked.push('cancel'),
    },
  });
  return asked;
};
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the platform’s voice', () => {
  it('is one of this machine, in the language of the text, in place of what is being said', () => {
    const asked = platformWith(
      voiceOf('far', 'zh-CN', false),
      voiceOf('english', 'en-GB', true),
      voiceOf('near', 'zh_CN', true),
    );
    platformVoice().say('请看摄像头', 'zh-CN');
    expect(asked).toMatchObject([
      'cancel',
      { text: '请看摄像头', lang: 'zh-CN', voice: { name: 'near' } },
    ]);
  });

  it('says nothing rather than send a guest’s words elsewhere', () => {
    const asked = platformWith(voiceOf('far', 'zh-CN', false), voiceOf('english', 'en-GB', true));
    platformVoice().say('请看摄像头', 'zh-CN');
    expect(asked).toEqual(['cancel']);
  });

  it('is the platform’s own choice where it does not name its voices', () => {
    const asked = platformWith();
    platformVoice().say('hello', 'en-GB');
    expect(asked).toMatchObject(['cancel', { text: 'hello', lang: 'en-GB', voice: null }]);
  });

  it('stays silent on a machine that has none', () => {
    vi.stubGlobal('window', {});
    const voice = platformVoice();
    expect(() => {
      voice.say('hello', 'en-GB');
      voice.hush();
    }).not.toThrow();
  });
});
