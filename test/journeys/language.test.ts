import { describe, expect } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

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
