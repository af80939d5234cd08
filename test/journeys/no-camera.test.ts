import { expect } from 'vitest';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt({ hasCamera: false });

journey('the clerk sees that there is no camera before a guest comes', async ({ desk }) => {
  await desk.seesDevice('camera', 'missing');
});

journey(
  'without a camera a guest is told so, and a person helps',
  async ({ counter, guest, desk }) => {
    await counter.cards.lay();
    await guest.agrees();
    await guest.seesCameraProblem('missing');
    await desk.seesDevice('camera', 'missing');
    await guest.asksForStaff();
    await guest.seesResult('review');
    await desk.seesReason('no-usable-frame');
    await desk.picture('chip').waitFor();
    expect(await desk.picture('frame').count()).toBe(0);
  },
);
