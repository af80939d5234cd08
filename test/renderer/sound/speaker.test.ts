import { beforeEach, describe, expect, it } from 'vitest';
import { Speaker } from '../../../renderer/sound/speaker.ts';

/** A speaker with a clock of its own, and what was said by it. */
const said: string[] = [];
let time = 0;
let waiting: { readonly at: number; readonly act: () => void }[] = [];
let speaker: Speaker;
beforeEach(() => {
  said.length = 0;
  time = 0;
  waiting = [];
  speaker = new Speaker({
    voice: {
      say: (text, locale) => said.push(`${locale} ${text}`),
      hush: () => said.push('(hush)'),
    },
    now: () => time,
    later: (act, ms) => {
      const one = { at: time + ms, act };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  });
});

const pass = (ms: number): void => {
  time += ms;
  const due = waiting.filter(({ at }) => at <= time);
  waiting = waiting.filter(({ at }) => at > time);
  for (const { act } of due) act();
};

const second = 1000;

describe('the voice', () => {
  it('says a text that holds for a moment, in its language', () => {
    speaker.prompt('looking 1', 'come closer', 'en-GB');
    expect(said).toEqual([]);
    pass(second);
    expect(said).toEqual(['en-GB come closer']);
  });

  it('says nothing of advice that changed before it was said', () => {
    speaker.prompt('looking 1', 'closer', 'en');
    pass(100);
    speaker.prompt('looking 1', 'farther', 'en');
    pass(100);
    speaker.prompt('looking 1', undefined, 'en');
    pass(60 * second);
    expect(said).toEqual([]);
  });

  it('does not talk over itself within a turn', () => {
    speaker.prompt('looking 1', 'closer', 'en');
    pass(second);
    speaker.prompt('looking 1', 'hold still', 'en');
    pass(second);
    expect(said).toEqual(['en closer']);
    pass(2 * second);
    expect(said).toEqual(['en closer', 'en hold still']);
  });

  it('interrupts itself where the guest has come to another turn', () => {
    speaker.prompt('looking 1', 'closer', 'en');
    pass(second);
    speaker.prompt('result 1 pass', 'verified', 'en');
    pass(500);
    expect(said).toEqual(['en closer', 'en verified']);
  });

  it('does not repeat itself until some time has passed, or another turn has come', () => {
    speaker.prompt('looking 1', 'closer', 'en');
    pass(second);
    speaker.prompt('looking 1', undefined, 'en');
    speaker.prompt('looking 1', 'closer', 'en');
    pass(5 * second);
    expect(said).toEqual(['en closer']);
    speaker.prompt('looking 1', undefined, 'en');
    pass(10 * second);
    speaker.prompt('looking 1', 'closer', 'en');
    pass(second);
    expect(said).toEqual(['en closer', 'en closer']);
    speaker.prompt('looking 2', 'closer', 'en');
    pass(second);
    expect(said).toHaveLength(3);
  });

  it('is silent at once when it is switched off, and begins anew when it is switched on', () => {
    speaker.prompt('looking 1', 'closer', 'en');
    pass(second);
    speaker.prompt('looking 1', 'farther', 'en');
    speaker.hush();
    pass(60 * second);
    expect(said).toEqual(['en closer', '(hush)']);
    speaker.prompt('looking 1', 'closer', 'en');
    pass(second);
    expect(said.at(-1)).toBe('en closer');
  });
});
