import { expect } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt();

journey(
  'nobody before the camera is asked to face it, and can call for help',
  async ({ counter, guest, desk }) => {
    await counter.show('nobody');
    await counter.cards.lay();
    await guest.agrees();
    await guest.isTold('nobody');
    await guest.asksForStaff();
    await guest.seesResult('review');
    await guest.seesReason('no-usable-frame');
    await desk.seesReason('no-usable-frame');
    await desk.page.getByText(desk.words.desk.score.none).waitFor();
  },
);

journey(
  'two people before the camera are told that one is enough, and are not compared',
  async ({ counter, guest, desk }) => {
    await counter.show('twoPeople');
    await counter.cards.lay();
    await guest.agrees();
    await guest.isTold('one-person-only');
    await guest.asksForStaff();
    await guest.seesResult('review');
    await desk.page.getByText(desk.words.desk.score.none).waitFor();
    expect(await desk.picture('frame').count()).toBe(0);
  },
);
