import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callNames, eventNames } from '../../../main/ipc/channels.ts';
import { maximumFrameBytes } from '../../../main/ipc/contract.ts';
import type { StandIn } from '../../electron-stand-in/start-stand-in.ts';
import { invokeFrom } from '../../electron-stand-in/taken-over.ts';
import { addFrame } from './page-deeds.ts';
import { openProgram } from './start-program.ts';

let program: StandIn;
let page: Page;
beforeAll(async () => {
  program = await openProgram({ args: ['--demo'], camera: 'pattern' });
  page = await program.window(1);
  // Until then the station has no say on visits.
  await page.waitForSelector('[data-phase="waiting-for-card"]');
});
afterAll(() => program.close());

/** How a call of the page's own ended: `ok`, or the code of the error. */
const codeOf = (call: string): Promise<string> =>
  page.evaluate<string>(`witness.${call}.then(({ ok, error }) => (ok ? 'ok' : error.code))`);

describe('the bridge of the page, as it was built', () => {
  it('has the calls and events of the contract and nothing else, and cannot be changed', async () => {
    const events = eventNames.map((name) => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`);
    expect(await page.evaluate('Object.keys(witness)')).toEqual([...callNames, ...events]);
    expect(
      await page.evaluate(`(() => {
        try { witness.currentStage = () => 'mine'; } catch { /* as in a strict script */ }
        try { window.witness = {}; } catch { /* likewise */ }
        return typeof witness.currentStage() + Object.isFrozen(witness);
      })()`),
    ).toBe('objecttrue');
  });

  it('gives the page nothing of Electron or Node', async () => {
    expect(
      await page.evaluate(`['require', 'module', 'process', 'Buffer', 'global', 'electron', 'ipcRenderer',
        'contextBridge'].filter((name) => name in window)`),
    ).toEqual([]);
  });

  it('carries calls, and errors as values', async () => {
    expect(await page.evaluate('witness.currentStage()')).toEqual({
      ok: true,
      value: { phase: 'waiting-for-card' },
    });
    expect(await page.evaluate(`witness.playScene({ scene: 'none such' })`)).toMatchObject({
      ok: false,
      error: { code: 'demo.unknown-scene' },
    });
  });

  it('carries pictures as bytes, both ways', async () => {
    expect(
      await page.evaluate(`witness.demoPictures({ scene: 'pass' }).then(({ value }) =>
        value.every((picture) => picture instanceof Uint8Array && picture[0] === 0xff))`),
    ).toBe(true);
    expect(await codeOf('offerFrame({ visit: 1, frame: new Uint8Array(4) })')).not.toMatch(/^ipc/);
    expect(await codeOf(`offerFrame({ visit: 1, frame: 'text' })`)).toBe('ipc.bad-request');
    const large = `offerFrame({ visit: 1, frame: new Uint8Array(${maximumFrameBytes + 1}) })`;
    expect(await codeOf(large)).toBe('ipc.too-large');
  });

  it('carries events until the page has heard enough', async () => {
    expect(
      await page.evaluate(`new Promise((resolve) => {
        const heard = [];
        const stop = witness.onPreferencesChanged((preferences, ...more) => {
          heard.push([preferences.language, more.length]);
          stop();
          change('zh').then(() => resolve(heard));
        });
        const change = async (language) => {
          const { value } = await witness.currentSettings();
          const screen = { ...value.settings.screen, language };
          return witness.changeSettings({ settings: { ...value.settings, screen } });
        };
        change('en');
      })`),
    ).toEqual([['en', 0]]);
  });

  it('lets the clerk open the guest’s window, on the other screen and for the guest only', async () => {
    const opened = await program.after('window', async () => {
      expect(await codeOf('openGuestScreen()')).toBe('ok');
    });
    expect(opened.options).toMatchObject({ x: 1920, fullscreen: true });
    const guest = await program.window(2);
    expect(await guest.evaluate(`witness.currentDesk().then(({ error }) => error.code)`)).toBe(
      'ipc.other-page',
    );
    await program.after(
      'call',
      () => codeOf('openGuestScreen()'),
      ({ name }) => name === 'focus',
    );
    expect(program.factsOf('window')).toHaveLength(2);
  });
});

describe('calls that are refused', () => {
  /** The refusal, which the log of the station has as well. */
  const expectRefused = async (outcome: unknown, code: string, data: object): Promise<void> => {
    expect(outcome).toMatchObject({ ok: false, error: { code, data } });
    await program.writes(`"code":"${code}"`);
  };

  it('come from a frame in the page, though it be of the page’s own origin', async () => {
    await page.evaluate(addFrame('inner'));
    expect(await page.frame('inner')?.evaluate('typeof witness')).toBe('undefined');
    const outcome = await invokeFrom(page, 'inner', 'witness:currentStage', undefined);
    await expectRefused(outcome, 'ipc.sub-frame', { call: 'currentStage' });
    await page.evaluate(`document.querySelector('iframe').remove()`);
  });

  it('go to channels there are none of', async () => {
    const call = invokeFrom(page, undefined, 'witness:shell', 'ls');
    await expect(call).rejects.toThrow(`No handler registered for 'witness:shell'`);
  });

  it.each([
    ['another site', 'https://example.test/page.html', 'https://example.test'],
    ['another host of its scheme', 'app://elsewhere/page.html', 'app://elsewhere'],
    ['a host that begins like ours', 'app://station.test/page.html', 'app://station.test'],
  ])('come from %s, should it ever get into the window', async (_who, url, origin) => {
    const answer = { status: 200, headers: { 'Content-Type': 'text/html' }, body: 'foreign' };
    program.command({ kind: 'plant', id: 1, url, answer });
    await program.after('loaded', () => {
      program.command({ kind: 'load', id: 1, url });
    });
    const outcome = await page.evaluate('witness.currentDesk()');
    await expectRefused(outcome, 'ipc.foreign-sender', { call: 'currentDesk', origin });
    const camera = 'navigator.mediaDevices.getUserMedia({ video: true })';
    const asked = program.after('permission-request', async () => {
      expect(await page.evaluate(`${camera}.catch(({ name }) => name)`)).toBe('NotAllowedError');
    });
    expect(await asked).toMatchObject({ from: url, isMainFrame: true, isGranted: false });
  });

  it('come from a document without an origin', async () => {
    await page.goto('about:blank');
    const outcome = await page.evaluate('witness.currentDesk()');
    await expectRefused(outcome, 'ipc.foreign-sender', { call: 'currentDesk', origin: 'null' });
  });
});
