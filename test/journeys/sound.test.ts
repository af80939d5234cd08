import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { GuestScreen } from './pages/guest-screen.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

/** A page that writes down what is said and what sounds. */
const listeningPage = async (window: BrowserContext): Promise<Page> => {
  // Without voices it is the platform's choice which one speaks; those there are differ by machine.
  await window.addInitScript(`
    globalThis.heard = { said: [], tones: 0 };
    SpeechSynthesis.prototype.speak = ({ text }) => void heard.said.push(text);
    SpeechSynthesis.prototype.getVoices = () => [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (at) {
      heard.tones++;
      start.call(this, at);
    };`);
  const page = await window.newPage();
  await page.goto('/clerk');
  return page;
};

const patience = { timeout: 30_000 };

interface Heard {
  readonly said: readonly string[];
  readonly tones: number;
}
const heardBy = (page: Page): Promise<Heard> => page.evaluate('heard');

describe('a guest who passes', () => {
  journey('hears what to do and how it went', async ({ counter, window }) => {
    const page = await listeningPage(window);
    const guest = new GuestScreen(page);
    await counter.cards.lay();
    await guest.agrees();
    await guest.seesResult('pass');
    const { heading } = guest.words.verdict.pass;
    // It is said once the words have held for a moment.
    await expect.poll(async () => (await heardBy(page)).said.at(-1), patience).toContain(heading);
    const { said, tones } = await heardBy(page);
    // Two of the three notes of a pass at least, each with its overtone.
    expect(tones).toBeGreaterThanOrEqual(4);
    expect(said.at(-1)).toContain(guest.words.takeCard);
  });

  journey('sees it all the same on a machine that gives no sound', async ({ counter, window }) => {
    await window.addInitScript(`
      globalThis.AudioContext = class { constructor() { throw new Error('no sound'); } };`);
    const page = await listeningPage(window);
    const guest = new GuestScreen(page);
    await counter.cards.lay();
    await guest.agrees();
    await guest.seesResult('pass');
    expect((await heardBy(page)).tones).toBe(0);
  });

  journey('hears nothing where voice and sounds are off', async ({ counter, window }) => {
    const found = await counter.peer.settings();
    const screen = { ...found.screen, voice: false, sound: false };
    await counter.peer.setSettings({ ...found, screen });
    const page = await listeningPage(window);
    const guest = new GuestScreen(page);
    await counter.cards.lay();
    await guest.agrees();
    await guest.seesResult('pass');
    counter.cards.lift();
    await guest.sees(guest.words.nextGuest);
    expect(await heardBy(page)).toEqual({ said: [], tones: 0 });
  });
});
