import { describe, expect } from 'vitest';
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

describe('before the camera', () => {
  journey('nobody is asked to face it, and can call for help', async ({ counter, guest, desk }) => {
    await counter.show('nobody');
    await counter.cards.lay();
    await guest.agrees();
    await guest.isTold('nobody');
    await guest.asksForStaff();
    await guest.seesResult('review');
    await guest.seesReason('no-usable-frame');
    await desk.seesReason('no-usable-frame');
    await desk.page.getByText(desk.words.desk.score.none).waitFor();
  });

  journey(
    'two people are told that one is enough, and are not compared',
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
});
