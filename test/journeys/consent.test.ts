import { describe, expect } from 'vitest';
import { HistoryPage } from './pages/history-page.ts';
import { journeysAt } from './support/journey.ts';

const site = { organisation: '示例酒店有限公司', purpose: '办理入住', contact: '前台 8000' };
const journey = journeysAt({ settings: { site: { ...site, operators: ['张三', '李四'] } } });

describe('consent', () => {
  journey('is asked for with who, what for and whom to ask', async ({ counter, guest }) => {
    await counter.cards.lay();
    await guest.isAsked();
    const notice = await guest.stage.innerText();
    for (const words of Object.values(site)) expect(notice).toContain(words);
    expect(await guest.cloudConsent.count()).toBe(0);
  });

  journey(
    'that is declined leads to a person, and is on record',
    async ({ counter, page, guest, desk }) => {
      await counter.cards.lay();
      await guest.isAsked();
      await guest.declines();
      await guest.seesResult('review');
      await guest.seesReason('without-face');
      await desk.seesReason('without-face');
      await desk.picture('chip').waitFor();
      await desk.button('pass').click();
      const question = desk.question('pass');
      await question.getByLabel(desk.words.desk.decide.operator).selectOption('李四');
      await question.getByLabel(desk.words.desk.decide.quick.pass.withoutFace).check();
      await question.getByRole('button', { name: desk.words.desk.decide.submitPass }).click();
      await guest.seesResult('pass');
      await desk.goesTo('history');
      const record = await new HistoryPage(page).readsLatest();
      expect(record).toContain(desk.words.history.details.consentNoFace);
      expect(record).toContain(desk.words.history.details.noComparison);
      expect(record).toContain('李四');
    },
  );

  journey('of a child is the guardian’s', async ({ counter, page, guest, desk }) => {
    await counter.cards.lay({ holder: 'child' });
    await guest.isAsked('guardian');
    await desk.page.getByText(desk.words.desk.card.underAge).waitFor();
    await guest.agrees('guardian');
    await guest.seesResult('pass');
    await desk.goesTo('history');
    const record = await new HistoryPage(page).readsLatest();
    expect(record).toContain(desk.words.history.details.consentGuardian);
  });
});
