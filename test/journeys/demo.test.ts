import { describe } from 'vitest';
import { DemoBar } from './pages/demo-bar.ts';
import { journeysAt } from './support/journey.ts';

const journey = journeysAt({ isDemo: true, hasCamera: false }).extend(
  'bar',
  ({ page }) => new DemoBar(page),
);

describe('the demonstration', () => {
  journey('takes a newcomer through pass, fail and review', async ({ bar, guest, desk }) => {
    await guest.waitsForCard();
    await bar.plays('pass');
    await guest.agrees();
    await guest.seesResult('pass');
    // Another scene may be played at any time; the guest before goes, but for one in review.
    await bar.plays('fail');
    await guest.isAsked();
    await guest.agrees();
    await guest.seesResult('fail');
    await bar.plays('review');
    await guest.isAsked();
    await guest.agrees();
    await guest.seesResult('review');
    await desk.decides('pass', { operator: '演示 Demo', reason: '已核对' });
    await guest.seesResult('pass');
    // An invented guest who has read the result goes by themselves.
    await guest.sees(guest.words.nextGuest);
  });

  journey('shows what goes wrong at a counter', async ({ bar, guest, desk }) => {
    await bar.plays('lifted-early');
    await guest.isAsked();
    await guest.seesProblem('place-card', 'station.card-lifted-early');
    await bar.plays('two-faces');
    await guest.agrees();
    await guest.isTold('one-person-only');
    await bar.plays('expired');
    await guest.seesReason('card-expired');
    await bar.plays('minor');
    await guest.sees(guest.words.nextWaits);
    await desk.decides('fail', { operator: '演示 Demo', reason: '证件过期' });
    await desk.callsNext();
    await guest.isAsked('guardian');
    await bar.plays('reader-unplugged');
    await guest.seesProblem('wait-for-reader', 'reader.unplugged');
    await guest.isAsked();
    await guest.agrees();
    await guest.seesResult('pass');
    await desk.callsNext();
    await guest.waitsForCard();
  });
});
