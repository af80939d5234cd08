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
