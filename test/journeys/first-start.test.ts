import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { ClerkDesk } from './pages/clerk-desk.ts';
import { GuestScreen } from './pages/guest-screen.ts';
import { clerkWords, filled } from './pages/words.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt({ settings: { isSetUp: false } });

journey(
  'a new counter is set up step by step, and serves its first guest',
  async ({ counter, page }) => {
    const press = (name: string): Promise<void> =>
      page.getByRole('button', { name, exact: true }).click();
    const reads = (heading: string): Promise<void> =>
      page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await reads(clerkWords.zh.wizard.welcome.heading);
    await page.getByText('English', { exact: true }).click();
    const { wizard, settings } = clerkWords.en;
    await reads(wizard.welcome.heading);
    await press(wizard.next);
    await reads(wizard.reader.heading);
    await page.getByText(filled(wizard.reader.ready, { port: counter.reader.port.path })).waitFor();
    await press(wizard.next);
    await reads(wizard.camera.heading);
    await page.getByLabel(wizard.camera.preview).waitFor();
    await press(wizard.next);
    await reads(wizard.decoder.heading);
    await press(wizard.skipStep);
    await reads(wizard.far.heading);
    await press(wizard.next);
    await reads(wizard.site.heading);
    await page.getByLabel(settings.site.organisation, { exact: true }).fill('Example Hotel');
    await press(wizard.next);
    await reads(wizard.law.heading);
    for (const point of await page.getByRole('checkbox').all()) await point.check();
    await page.getByText(wizard.law.complete).waitFor();
    await press(wizard.next);
    await reads(wizard.done.heading);
    await page.getByText(filled(wizard.unfinished, { steps: wizard.step.decoder })).waitFor();
    await press(wizard.finish);
    await new ClerkDesk(page, 'en').isAt('desk');
    const guest = new GuestScreen(page, 'en');
    await guest.waitsForCard();
    await counter.cards.lay();
    await guest.isAsked();
    await guest.sees('Example Hotel');
    await guest.agrees();
    await guest.seesResult('pass');
    const kept = JSON.parse(await readFile(counter.settingsFile, 'utf8')) as object;
    expect(kept).toMatchObject({ isSetUp: true, site: { organisation: 'Example Hotel' } });
  },
);
