import { describe } from 'vitest';
import { journeysAt } from './support/journey.ts';
import { unplugCamera } from './support/unplug-camera.ts';

const journey = journeysAt();

describe('a camera', () => {
  journey(
    'that is unplugged is opened again, and the check goes on',
    async ({ counter, guest, desk }) => {
      await counter.show('nobody');
      await counter.cards.lay();
      await guest.agrees();
      await guest.isTold('nobody');
      await desk.seesDevice('camera', 'on');
      await counter.show('holder');
      await unplugCamera(counter.browser);
      await guest.seesResult('pass');
    },
  );

  journey(
    'that is not allowed is named, with what helps; once allowed it is opened by itself',
    async ({ counter, window, guest, desk }) => {
      await window.clearPermissions();
      await counter.cards.lay();
      await guest.agrees();
      await guest.seesCameraProblem('denied');
      await guest.sees(guest.words.camera.denied.detail);
      await desk.seesDevice('camera', 'denied');
      await window.grantPermissions(['camera']);
      await guest.seesResult('pass');
      await desk.seesDevice('camera', 'off');
    },
  );

  journey(
    'that is forbidden meanwhile is missed, and a person helps',
    async ({ counter, window, guest, desk }) => {
      await counter.show('nobody');
      await counter.cards.lay();
      await guest.agrees();
      await guest.isTold('nobody');
      await window.clearPermissions();
      await guest.seesCameraProblem('denied');
      await guest.asksForStaff();
      await guest.seesResult('review');
      await desk.seesReason('no-usable-frame');
    },
  );
});
