import { describe, expect } from 'vitest';
import { filled } from './pages/words.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt({ settings: { site: { operators: ['张三'] } } });

describe('with the keyboard alone', () => {
  journey(
    'a clerk reviews, decides and calls the next guest',
    async ({ counter, page, guest, desk }) => {
      const { keyboard } = page;
      await counter.cards.lay({ photo: 'doubtful' });
      await guest.agrees();
      await desk.seesVerdict('review');
      await keyboard.press('F6');
      await page.getByRole('button', { name: desk.words.desk.card.hide }).waitFor();
      await keyboard.press('F2');
      await desk.question('pass').waitFor();
      await keyboard.press('Escape');
      await desk.question('pass').waitFor({ state: 'hidden' });
      await desk.seesVerdict('review');
      await keyboard.press('F3');
      const question = desk.question('fail');
      await question.getByLabel(desk.words.desk.decide.operator).focus();
      await keyboard.press('ArrowDown');
      await keyboard.press('Tab');
      await keyboard.press('Space');
      await keyboard.press('Enter');
      await question.waitFor({ state: 'hidden' });
      await desk.seesVerdict('fail');
      const { decide, decidedDetail } = desk.words.desk;
      const decision = { operator: '张三', reason: decide.quick.fail.otherPerson };
      await page.getByText(filled(decidedDetail, decision)).waitFor();
      counter.cards.lift();
      await keyboard.press('F8');
      await guest.waitsForCard();
    },
  );

  journey(
    'a clerk goes from view to view, and finds out which keys there are',
    async ({ page, desk }) => {
      const { keyboard } = page;
      await desk.isAt('desk');
      await keyboard.press('Alt+2');
      await desk.isAt('history');
      await keyboard.press('Alt+3');
      await desk.isAt('settings');
      await keyboard.press('Alt+1');
      await desk.isAt('desk');
      await keyboard.press('F1');
      const help = page.getByRole('dialog', { name: desk.words.help.heading });
      await help.waitFor();
      // What lies under a dialog gets no keys.
      await keyboard.press('Alt+2');
      expect(await help.isVisible()).toBe(true);
      await keyboard.press('Escape');
      await help.waitFor({ state: 'hidden' });
      await desk.isAt('desk');
    },
  );

  journey('a guest agrees', async ({ counter, page, guest }) => {
    await counter.cards.lay();
    await guest.isAsked();
    const focused = page.locator(':focus');
    const { agree } = guest.words.consent;
    do await page.keyboard.press('Tab');
    while ((await focused.innerText()) !== agree);
    await page.keyboard.press('Enter');
    await guest.seesResult('pass');
  });
});
