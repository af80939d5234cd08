import { describe, expect } from 'vitest';
import { SettingsPage } from './pages/settings-page.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();
const pin = '2468';

describe('a desk with a PIN, on a screen the guest shares', () => {
  journey(
    'is locked with the next guest, who decides nothing; the clerk unlocks it and does',
    async ({ counter, page, guest, desk }) => {
      const { lock, desk: words } = desk.words;
      const settings = new SettingsPage(page);
      await desk.goesTo('settings');
      await settings.opens('screen');
      await settings.field(lock.newPin).fill(pin);
      await settings.field(lock.again).fill(pin);
      await page.getByRole('button', { name: lock.set, exact: true }).click();
      await page.getByText(lock.open, { exact: true }).waitFor();

      await counter.cards.lay();
      await guest.isAsked();
      await page.getByText(lock.hidden, { exact: true }).waitFor();
      await guest.declines();
      await guest.seesResult('review');
      await desk.goesTo('desk');
      expect(await desk.button('pass').isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: words.card.reveal }).count()).toBe(0);
      const { bridge } = counter.peer;
      const refused = await bridge.changeSettings({ settings: await counter.peer.settings() });
      expect(refused).toMatchObject({ ok: false, error: { code: 'desk-lock.locked' } });

      await desk.unlocks('1357');
      await page.getByText('PIN 不正确', { exact: false }).waitFor();
      for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
      await page.getByRole('button', { name: lock.submit, exact: true }).click();
      await desk.decides('pass', { operator: '李四', reason: '已核对' });
      await guest.seesResult('pass');
      expect(await bridge.changePin({})).toEqual({ ok: true, value: undefined });
      await page.getByText(lock.open, { exact: true }).waitFor({ state: 'hidden' });
    },
  );
});
