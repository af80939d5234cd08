import { describe, expect } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

describe('a card', () => {
  journey(
    'that expired goes to a person, and nobody is filmed for it',
    async ({ counter, guest, desk }) => {
      await counter.cards.lay({ validity: 'expired' });
      await guest.seesResult('review');
      await guest.seesReason('card-expired');
      await desk.seesVerdict('review');
      await desk.seesReason('card-expired');
      await desk.seesDevice('camera', 'off');
      expect(await guest.stage.locator('video').count()).toBe(0);
      expect(await desk.button('retry').isEnabled()).toBe(false);
    },
  );

  journey(
    'that contradicts itself passes nobody, however alike the faces are',
    async ({ counter, guest, desk }) => {
      await counter.cards.lay({ change: { birth: '19990909' } });
      await guest.agrees();
      await guest.seesResult('review');
      await guest.seesReason('card-data-odd');
      await desk.seesReason('card-data-odd');
      await desk.picture('frame').waitFor();
    },
  );

  journey(
    'that is lifted too early is asked for again, and nothing is decided',
    async ({ counter, guest, desk }) => {
      await counter.show('nobody');
      await counter.cards.lay();
      await guest.agrees();
      await guest.isTold('nobody');
      counter.cards.lift();
      await guest.seesProblem('place-card', 'station.card-lifted-early');
      await desk.goesTo('history');
      await counter.show('holder');
      counter.cards.layAgain();
      await guest.isAsked();
      await guest.agrees();
      await guest.seesResult('pass');
    },
  );
});

describe('attempts', () => {
  journey(
    'are counted on when the card is lifted and laid down again',
    async ({ counter, guest }) => {
      await counter.show('otherPerson');
      await counter.cards.lay();
      await guest.agrees();
      await guest.isAtAttempt(2);
      counter.cards.lift();
      await guest.seesProblem('place-card', 'station.card-lifted-early');
      counter.cards.layAgain();
      await guest.agrees();
      await guest.looks();
      expect(await guest.attempt()).toBeGreaterThan(1);
      await guest.seesResult('fail');
    },
  );

  journey(
    'that are used up go to a person, who may allow others',
    async ({ counter, guest, desk }) => {
      await counter.show('otherPerson');
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesResult('fail');
      counter.cards.lift();
      await guest.isDone();
      await guest.waitsForCard();
      counter.cards.layAgain();
      await guest.seesResult('review');
      await guest.seesReason('attempts-used-up');
      await desk.seesReason('attempts-used-up');
      await counter.show('holder');
      const inEnglish = await guest.choosesLanguage('en');
      await desk.decides('retry', { operator: '王五', reason: '换本人再试' });
      // It is the same visit, and the language chosen in it.
      await inEnglish.isAsked();
      await inEnglish.agrees();
      await inEnglish.seesResult('pass');
    },
  );
});
