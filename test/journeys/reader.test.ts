import { describe } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

describe('a reader that is unplugged', () => {
  journey(
    'while nobody is there is missed, and works again when it is back',
    async ({ counter, guest, desk }) => {
      await guest.waitsForCard();
      await desk.seesDevice('reader', 'ready');
      await counter.reader.unplug();
      await guest.seesProblem('wait-for-reader', 'reader.unplugged');
      await desk.seesDevice('reader', 'recovering');
      counter.reader.plugIn();
      await guest.waitsForCard();
      await desk.seesDevice('reader', 'ready');
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesResult('pass');
    },
  );

  journey('in the middle of a check begins it anew when it is back', async ({ counter, guest }) => {
    await counter.cards.lay();
    await guest.isAsked();
    await counter.reader.unplug();
    await guest.seesProblem('wait-for-reader', 'reader.unplugged');
    // The card still lies there, and nobody knows whether the same guest still does.
    counter.reader.plugIn();
    await guest.seesProblem('lift-card', 'reader.card-not-lifted');
    counter.cards.lift();
    await guest.waitsForCard();
    counter.cards.layAgain();
    await guest.isAsked();
    await guest.agrees();
    await guest.seesResult('pass');
  });

  journey('after the result leaves the result to be read', async ({ counter, guest, desk }) => {
    await counter.cards.lay();
    await guest.agrees();
    await guest.seesResult('pass');
    await counter.reader.unplug();
    await desk.seesDevice('reader', 'recovering');
    await guest.seesResult('pass');
    counter.cards.lift();
    counter.reader.plugIn();
    await desk.seesDevice('reader', 'ready');
    await guest.isDone();
    await guest.waitsForCard();
  });
});
