import { describe, expect } from 'vitest';
import { ClerkDesk } from './pages/clerk-desk.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

describe('the address the station printed', () => {
  journey('opens nothing a second time', async ({ counter }) => {
    const stranger = await counter.openWindow({ storageState: { cookies: [], origins: [] } });
    const page = await stranger.newPage();
    const reply = await page.goto(counter.station.address);
    expect(reply?.status()).toBe(403);
    expect(await page.innerText('body')).toContain('每个网址只能使用一次');
    expect(await page.innerText('body')).toContain('each address is good for once');
    await stranger.close();
  });

  journey('is not needed again by the browser that opened it', async ({ counter, desk }) => {
    await desk.isAt('desk');
    await counter.cards.lay();
    await desk.page.reload();
    await desk.isAt('desk');
  });
});

// Windows has no such signal; there it is a key in the station's own window.
describe.skipIf(process.platform === 'win32')('another address', () => {
  journey(
    'is printed for whoever runs the station, and is good for once, too',
    async ({ counter }) => {
      const address = await counter.station.anotherAddress();
      expect(address).not.toBe(counter.station.address);
      const stranger = await counter.openWindow({ storageState: { cookies: [], origins: [] } });
      const page = await stranger.newPage();
      await page.goto(address);
      await new ClerkDesk(page).isAt('desk');
      expect((await page.goto(address))?.status()).toBe(403);
      await stranger.close();
    },
  );
});

describe('a card on a screen the guest shares', () => {
  journey(
    'is covered until the clerk uncovers it, and again for the next guest',
    async ({ counter, guest, desk }) => {
      const card = await counter.cards.lay();
      await guest.isAsked();
      expect(await desk.page.content()).not.toContain(card.name);
      expect(await desk.page.content()).not.toContain(card.number);
      await desk.reveals();
      expect(await desk.fieldOf('number')).toBe(card.number);
      counter.cards.lift();
      await guest.seesProblem('place-card', 'station.card-lifted-early');
      const next = await counter.cards.lay();
      await guest.isAsked();
      expect(await desk.page.content()).not.toContain(next.number);
    },
  );
});
