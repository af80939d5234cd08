import { describe, expect } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

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
      await desk.decides('retry', { operator: '王五', reason: '换本人再试' });
      await guest.isAsked();
      await guest.agrees();
      await guest.seesResult('pass');
    },
  );
});
