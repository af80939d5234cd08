import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { GuestScreen } from './pages/guest-screen.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { journeysAt } from './support/journey.ts';
import { SecretsWatch } from './support/secrets.ts';

const journey = journeysAt({ settings: { screen: { mode: 'two-screens' } } }).extend(
  'secondWindow',
  async ({ window, desk }): Promise<{ readonly page: Page; readonly guest: GuestScreen }> => {
    await desk.goesTo('settings');
    const settings = new SettingsPage(desk.page);
    await settings.opens('screen');
    const opened = window.waitForEvent('page');
    await desk.page.getByRole('button', { name: settings.words.screen.open }).click();
    const page = await opened;
    await desk.goesTo('desk');
    return { page, guest: new GuestScreen(page) };
  },
);

describe('on two screens', () => {
  journey(
    'the guest is served on one and the clerk sees all on the other',
    async ({ counter, secondWindow, desk }) => {
      const { guest } = secondWindow;
      await guest.waitsForCard();
      expect(await desk.page.getByText(guest.words.waiting.heading).count()).toBe(0);
      const card = await counter.cards.lay();
      await guest.isAsked();
      expect(await desk.fieldOf('name')).toBe(card.name);
      expect(await desk.fieldOf('number')).toBe(card.number);
      await guest.agrees();
      await guest.seesResult('pass');
      await desk.seesVerdict('pass');
      await desk.picture('frame').waitFor();
      await desk.callsNext();
      await guest.waitsForCard();
    },
  );

  journey(
    'the guest’s never gets to know more than the masked card',
    async ({ counter, window, secondWindow }) => {
      const page = await window.newPage();
      const watch = await SecretsWatch.over(page);
      await secondWindow.page.close();
      await page.goto('/guest');
      const guest = new GuestScreen(page);
      await guest.waitsForCard();
      const card = await counter.cards.lay();
      await guest.isAsked();
      await guest.sees(`${card.number.slice(0, 1)}${'*'.repeat(15)}${card.number.slice(-2)}`);
      await guest.agrees();
      await guest.seesResult('pass');
      expect(await watch.told([card.name, card.number, card.address, card.birth])).toEqual([]);
    },
  );

  journey(
    'each page stays what it is when it is loaded anew',
    async ({ counter, secondWindow, desk }) => {
      const { guest, page } = secondWindow;
      await counter.cards.lay();
      await guest.isAsked();
      await desk.page.reload();
      await desk.isAt('desk');
      await page.reload();
      await guest.isAsked();
      await guest.agrees();
      await guest.looks();
      await page.reload();
      await guest.seesResult('pass');
      await desk.seesVerdict('pass');
    },
  );

  journey('what the clerk sets is seen at once on both', async ({ secondWindow, desk }) => {
    const { guest, page } = secondWindow;
    await guest.waitsForCard();
    await desk.goesTo('settings');
    const settings = new SettingsPage(desk.page);
    await settings.opens('screen');
    await settings.chooses(settings.words.screen.theme, settings.words.screen.themes.dark);
    await settings.chooses(settings.words.screen.language, 'English');
    await settings.switches(settings.words.screen.largePrint);
    await settings.saves();
    await new SettingsPage(desk.page, 'en').seesSaved();
    await new GuestScreen(page, 'en').waitsForCard();
    for (const side of [desk.page, page]) {
      const { lang, theme, print } = await side.evaluate<Record<string, string>>(
        '({ lang: document.documentElement.lang, ...document.documentElement.dataset })',
      );
      expect([lang, theme, print]).toEqual(['en', 'dark', 'large']);
    }
  });
});
