import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { ClerkDesk } from './pages/clerk-desk.ts';
import { GuestScreen } from './pages/guest-screen.ts';
import { HistoryPage } from './pages/history-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

describe('settings', () => {
  journey(
    'of the false-accept rate hold for the next guest, not for this one',
    async ({ counter, page, guest, desk }) => {
      await counter.cards.lay();
      await guest.isAsked();
      await desk.choosesFar('100');
      await guest.agrees();
      await guest.seesResult('pass');
      await page
        .getByText(/误识率 0\.1%/)
        .first()
        .waitFor();
      counter.cards.lift();
      await guest.isDone();
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesResult('pass');
      await desk.goesTo('history');
      const history = new HistoryPage(page);
      expect(await history.readsLatest()).toContain('误识率 1%');
      await history.lines.nth(1).getByRole('button').click();
      expect(await page.getByRole('dialog').innerText()).toContain('误识率 0.1%');
      expect(await readFile(counter.settingsFile, 'utf8')).toContain('"far": 0.01');
    },
  );

  journey('of look and language are seen at once, on both sides', async ({ page, guest, desk }) => {
    await guest.waitsForCard();
    await desk.goesTo('settings');
    const settings = new SettingsPage(page);
    await settings.opens('screen');
    const heading = guest.stage.getByRole('heading', { level: 1 });
    const before = await heading.boundingBox();
    const { words } = settings;
    await settings.chooses(words.screen.theme, words.screen.themes.dark);
    await settings.chooses(words.screen.language, 'English');
    await settings.switches(words.screen.largePrint);
    await settings.saves();
    await new SettingsPage(page, 'en').seesSaved();
    await new GuestScreen(page, 'en').waitsForCard();
    const clerk = new ClerkDesk(page, 'en');
    await clerk.isAt('settings');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    const after = await heading.boundingBox();
    expect(after!.height).toBeGreaterThan(before!.height);
  });

  journey('that were changed are not left behind unasked', async ({ page, guest, desk }) => {
    await desk.goesTo('settings');
    const settings = new SettingsPage(page);
    await settings.opens('screen');
    await settings.switches(settings.words.screen.sound);
    await desk.goesTo('history');
    const question = page.getByRole('dialog', { name: settings.words.guard.heading });
    await question.getByRole('button', { name: settings.words.guard.stay }).click();
    await desk.isAt('settings');
    await desk.goesTo('history');
    await question.getByRole('button', { name: settings.words.guard.leave }).click();
    await desk.isAt('history');
    await guest.waitsForCard();
  });
});

describe('what the guest sets', () => {
  journey(
    'as a language is the guest’s alone, and over with the visit',
    async ({ counter, guest, desk }) => {
      await counter.cards.lay();
      await guest.isAsked();
      const foreigner = await guest.choosesLanguage('en');
      await foreigner.isAsked();
      expect(await foreigner.stage.innerText()).not.toMatch(/使用人脸|权利/);
      await desk.isAt('desk');
      await foreigner.agrees();
      await foreigner.seesResult('pass');
      await desk.seesVerdict('pass');
      counter.cards.lift();
      await foreigner.isDone();
      await guest.waitsForCard();
    },
  );

  journey('as large print makes all words larger', async ({ guest }) => {
    await guest.waitsForCard();
    const heading = guest.stage.getByRole('heading', { level: 1 });
    const before = await heading.boundingBox();
    await guest.page.getByRole('button', { name: guest.words.switches.largePrint }).first().click();
    const after = await heading.boundingBox();
    expect(after!.height).toBeGreaterThan(before!.height);
  });
});
