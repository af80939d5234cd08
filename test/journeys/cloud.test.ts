import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect } from 'vitest';
import { doubleKey, startCloudDouble } from '../support/cloud-double/cloud-double.ts';
import { makeSelfSigned } from '../support/cloud-double/self-signed.ts';
import { HistoryPage } from './pages/history-page.ts';
import { filled, guestWords } from './pages/words.ts';
import { journeysAt } from './support/journey.ts';

const tls = makeSelfSigned();
const cloud = await startCloudDouble({ tls });
const folder = await mkdtemp(join(tmpdir(), 'witness-cloud-'));
const authority = join(folder, 'authority.pem');
await writeFile(authority, tls.certificate);
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

const journey = journeysAt({
  settings: {
    engine: {
      route: 'cloud-with-local-fallback',
      cloud: { endpoint: cloud.endpoint, timeout: 2000 },
    },
  },
  environment: {
    ALIBABA_CLOUD_ACCESS_KEY_ID: doubleKey.id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: doubleKey.secret,
    NODE_EXTRA_CA_CERTS: authority,
  },
});

/** What the notice says beside the tick, to a guest for whom these compare without it. */
const notice = (orElse: 'this-machine' | 'staff'): string =>
  filled(guestWords.zh.consent.cloudWords[orElse], { cloud: '阿里云实人认证' });

beforeEach(() => {
  cloud.answerWith({ kind: 'score', score: 95 });
});

describe('with a cloud that compares', () => {
  journey('a guest who agrees to it is compared there', async ({ counter, page, guest, desk }) => {
    const before = cloud.calls.length;
    await counter.cards.lay();
    await guest.isAsked();
    expect(await guest.cloudConsent.isChecked()).toBe(false);
    await guest.cloudConsent.check();
    await guest.agrees();
    await guest.seesResult('pass');
    expect(cloud.calls.length).toBe(before + 1);
    await desk.seesDevice('cloud', 'ready');
    await desk.goesTo('history');
    const record = await new HistoryPage(page).readsLatest();
    expect(record).toContain(desk.words.history.details.consentCloud);
    expect(record).toContain('cloudauth');
  });

  journey(
    'pictures of a guest who does not agree stay on this machine',
    async ({ counter, page, guest, desk }) => {
      const before = cloud.calls.length;
      await counter.cards.lay();
      await guest.sees(notice('this-machine'));
      await guest.agrees();
      await guest.seesResult('pass');
      expect(cloud.calls.length).toBe(before);
      await desk.goesTo('history');
      const record = await new HistoryPage(page).readsLatest();
      expect(record).toContain(desk.words.history.details.consentNoCloud);
    },
  );

  journey(
    'a guest who does not agree, where only the cloud compares, is told so and checked by eye',
    async ({ counter, page, guest, desk }) => {
      const before = cloud.calls.length;
      const settings = await counter.peer.settings();
      await counter.cards.lay();
      await guest.isAsked();
      await counter.peer.setSettings({
        ...settings,
        engine: { ...settings.engine, route: 'cloud' },
      });
      counter.cards.lift();
      await guest.waitsForCard();
      await counter.cards.lay();
      await guest.isAsked();
      await guest.sees(notice('staff'));
      await guest.agrees();
      await guest.seesResult('review');
      await guest.seesReason('cloud-declined');
      await desk.seesReason('cloud-declined');
      expect(cloud.calls.length).toBe(before);
      await desk.goesTo('history');
      const record = await new HistoryPage(page).readsLatest();
      const { desk: deskWords, history } = desk.words;
      expect(record).toContain(deskWords.reasonName['cloud-declined']);
      expect(record).not.toContain(deskWords.reasonName['without-face']);
      expect(record).toContain(history.details.consentNoCloud);
    },
  );

  journey(
    'this machine compares where the cloud is down, and says so to the clerk',
    async ({ counter, page, guest, desk }) => {
      cloud.answerWith({ kind: 'hang-up', when: 'before-reply' });
      await counter.cards.lay();
      await guest.isAsked();
      await guest.cloudConsent.check();
      await guest.agrees();
      await guest.seesResult('pass');
      await desk.page.getByText(/“cloudauth.*”.*改由本机比对/).waitFor();
      await desk.seesDevice('cloud', 'failing');
      await desk.goesTo('history');
      const record = await new HistoryPage(page).readsLatest();
      expect(record).toMatch(/“cloudauth.*”不可用（cloud\./);
      // The sign of it goes when the cloud is back.
      cloud.answerWith({ kind: 'score', score: 95 });
      counter.cards.lift();
      await guest.isDone();
      await counter.cards.lay();
      await guest.isAsked();
      expect(await guest.cloudConsent.isChecked()).toBe(false);
      await guest.cloudConsent.check();
      await guest.agrees();
      await guest.seesResult('pass');
      await desk.seesDevice('cloud', 'ready');
    },
  );
});
