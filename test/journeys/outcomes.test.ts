import { describe, expect } from 'vitest';
import { HistoryPage } from './pages/history-page.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

describe('what a check comes to', () => {
  journey('the holder of the card passes', async ({ counter, page, guest, desk }) => {
    await guest.waitsForCard();
    await desk.waitsForCard();
    await counter.cards.lay();
    await guest.isAsked();
    await guest.agrees();
    await guest.looks();
    await guest.seesResult('pass');
    await desk.seesVerdict('pass');
    await desk.picture('chip').waitFor();
    await desk.picture('frame').waitFor();
    await guest.sees(guest.words.takeCard);
    counter.cards.lift();
    await guest.sees(guest.words.nextGuest);
    await guest.isDone();
    await guest.waitsForCard();
    await desk.goesTo('history');
    const record = await new HistoryPage(page).readsLatest();
    expect(record).toContain(desk.words.desk.verdict.pass);
    expect(record).toContain(desk.words.history.details.consentFace);
    expect(record).toContain(desk.words.history.details.noDecisions);
  });

  journey(
    'somebody else fails; a clerk may know better',
    async ({ counter, page, guest, desk }) => {
      await counter.show('otherPerson');
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesResult('fail');
      await desk.seesVerdict('fail');
      await desk.decides('pass', { operator: '王五', reason: '双胞胎，已核对户口簿' });
      await desk.seesVerdict('pass');
      await guest.seesResult('pass');
      await guest.sees(guest.words.decided.pass);
      await desk.goesTo('history');
      const record = await new HistoryPage(page).readsLatest();
      expect(record).toMatch(/王五.*双胞胎，已核对户口簿/);
    },
  );

  journey(
    'a doubtful guest waits for a clerk, who decides',
    async ({ counter, page, guest, desk }) => {
      await counter.cards.lay({ photo: 'doubtful' });
      await guest.agrees();
      await guest.seesResult('review');
      await guest.seesReason('score-near-threshold');
      await desk.seesVerdict('review');
      await desk.seesReason('score-near-threshold');
      await desk.decides('fail', { operator: '赵六', reason: '人与证件不符' });
      await guest.seesResult('fail');
      await guest.sees(guest.words.decided.fail);
      counter.cards.lift();
      await desk.callsNext();
      await guest.waitsForCard();
      await desk.goesTo('history');
      const record = await new HistoryPage(page).readsLatest();
      expect(record).toMatch(/赵六.*人与证件不符/);
      expect(record).toContain(desk.words.desk.reasonName['score-near-threshold']);
    },
  );

  journey(
    'the next guest waits for a guest nobody has decided about, and need not lift the card',
    async ({ counter, page, guest, desk }) => {
      await counter.cards.lay();
      await guest.isAsked();
      await guest.declines();
      await guest.seesResult('review');
      counter.cards.lift();
      const second = await counter.cards.lay();
      await guest.sees(guest.words.nextWaits);
      await guest.seesReason('without-face');
      await desk.seesVerdict('review');
      await desk.page.getByText(desk.words.desk.nextWaits).waitFor();
      await desk.decides('pass', { operator: '赵六', reason: '核对一致' });
      await desk.callsNext();
      await guest.isAsked();
      await desk.reveals();
      expect(await desk.fieldOf('number')).toBe(second.number);
      await guest.agrees();
      await guest.seesResult('pass');
      await desk.goesTo('history');
      const lines = new HistoryPage(page).lines;
      expect(await lines.nth(1).innerText()).toContain(desk.words.desk.verdict.pass);
    },
  );
});
