import type { Page } from 'playwright-core';
import { DemoBar } from '../journeys/pages/demo-bar.ts';
import { GuestScreen } from '../journeys/pages/guest-screen.ts';
import { guestWords } from '../journeys/pages/words.ts';

/*
 * What is done and seen in a window of the station, the same whether the window is Electron's or the
 * stand-in's.
 */

/**
 * Begins to note each state the page is told of, the present one first. What the screen shows would not
 * do: a busy page may be told of two states before it draws the first.
 */
const notePhases = `(() => {
  const stage = document.querySelector('[data-unit="stage"]');
  window.toldPhases = [stage.dataset.phase];
  window.witness.onStageChanged(({ phase }) => {
    if (phase !== window.toldPhases.at(-1)) window.toldPhases.push(phase);
  });
})()`;

/** The states of a verification that goes well. */
export const phasesOfPass = [
  'waiting-for-card',
  'reading',
  'consent',
  'looking',
  'comparing',
  'result',
] as const;

/**
 * Plays the holder of the card before this machine's camera, from the card to a pass, and then the
 * end of the visit.
 *
 * @returns the states the page was told of, up to the result.
 */
export const playVerification = async (page: Page): Promise<readonly string[]> => {
  const guest = new GuestScreen(page);
  const demo = new DemoBar(page);
  await guest.waitsForCard();
  await page.evaluate(notePhases);
  const bar = page.getByRole('complementary', { name: guestWords.zh.demo.title });
  // The first camera is the demonstration's own, which needs no permission.
  await bar.getByRole('combobox').selectOption({ index: 1 });
  await demo.plays('pass');
  await guest.isAsked();
  await guest.agrees();
  await guest.seesResult('pass');
  const phases = await page.evaluate<readonly string[]>('window.toldPhases');
  await demo.liftsCard();
  await guest.isDone();
  await guest.waitsForCard();
  return phases;
};

/** How a call of the page's own ended: `granted`, or the name of the error. */
const outcomeOf = (call: string): string => `${call}.then(() => 'granted', (error) => error.name)`;

/** What a page of the station cannot do, whatever it tries; as it should be seen in any window. */
export const tryToEscape = async (page: Page): Promise<Readonly<Record<string, unknown>>> => ({
  node: await page.evaluate('typeof require + typeof process + typeof module'),
  microphone: await page.evaluate(
    outcomeOf('navigator.mediaDevices.getUserMedia({ audio: true })'),
  ),
  both: await page.evaluate(
    outcomeOf('navigator.mediaDevices.getUserMedia({ audio: true, video: true })'),
  ),
  location: await page.evaluate(
    `new Promise((resolve) => navigator.geolocation.getCurrentPosition(
      () => resolve('granted'), ({ code }) => resolve(code)))`,
  ),
  window: await page.evaluate(`window.open('https://example.org/')`),
  script: await page.evaluate(`(() => {
    const script = document.createElement('script');
    script.textContent = 'window.escaped = true';
    document.body.append(script);
    return 'escaped' in window;
  })()`),
  request: await page.evaluate(outcomeOf(`fetch('https://example.org/')`)),
});

export const noEscape = {
  node: 'undefinedundefinedundefined',
  microphone: 'NotAllowedError',
  both: 'NotAllowedError',
  location: 1,
  window: null,
  script: false,
  request: 'TypeError',
} as const;
