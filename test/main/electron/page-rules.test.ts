import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stationHeaders } from '../../../main/electron/security.ts';
import type { StandIn } from '../../electron-stand-in/start-stand-in.ts';
import { addElement, addFrame, outcomeOf, saveFile } from './page-deeds.ts';
import { openProgram } from './start-program.ts';

/*
 * What the station's page may and may not do in its window: the page as it was built, in a browser
 * that enforces what it is told, under the rules of the station's own main module.
 */

let program: StandIn;
let page: Page;
/** Somewhere else, and what came there from the page. */
let elsewhere: Server;
let address: string;
const reached: (string | undefined)[] = [];

beforeAll(async () => {
  elsewhere = createServer(({ url }, response) => {
    reached.push(url);
    response.setHeader('access-control-allow-origin', '*').end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  program = await openProgram({ args: ['--demo'], camera: 'pattern' });
  page = await program.window(1);
});
afterAll(async () => {
  await program.close();
  elsewhere.closeAllConnections();
  elsewhere.close();
});
beforeEach(async () => {
  // Where a test before this one failed, the page may be anywhere.
  if (new URL(page.url()).host === 'station.app.test') return;
  await program.after('loaded', () => {
    program.command({ kind: 'load', id: 1, url: 'app://station/index.html' });
  });
});
afterEach(async () => {
  // Whatever was tried: the station's page is still there, alone, and nothing left it.
  expect(await page.evaluate('[location.href, typeof witness, frames.length]')).toEqual([
    'https://station.app.test/index.html',
    'object',
    0,
  ]);
  expect(program.factsOf('window')).toHaveLength(1);
  expect(reached).toEqual([]);
});

describe('what the page asks for', () => {
  const station = { from: 'app://station/index.html', isMainFrame: true };

  it('is granted where it is its own camera', async () => {
    const call = outcomeOf('navigator.mediaDevices.getUserMedia({ video: true })');
    const asked = program.after('permission-request', async () => {
      expect(await page.evaluate(call)).toBe('granted');
    });
    expect(await asked).toMatchObject({ ...station, media: ['video'], isGranted: true });
  });

  it.each([
    ['the microphone', 'navigator.mediaDevices.getUserMedia({ audio: true })', 'media', ['audio']],
    [
      'the microphone along with the camera',
      'navigator.mediaDevices.getUserMedia({ audio: true, video: true })',
      'media',
      ['audio', 'video'],
    ],
    // Electron has no word of its own for a picture of the screen.
    ['the screen', 'navigator.mediaDevices.getDisplayMedia()', 'media', []],
    ['what was copied', 'navigator.clipboard.readText()', 'clipboard-read', []],
    ['copying', `navigator.clipboard.writeText('x')`, 'clipboard-sanitized-write', []],
    ['all screens', 'getScreenDetails()', 'window-management', []],
    ['the mouse', 'document.body.requestPointerLock()', 'pointerLock', []],
    ['the keyboard', 'navigator.keyboard.lock()', 'keyboardLock', []],
  ])('is refused where it is %s', async (_what, call, permission, media) => {
    const asked = program.after('permission-request', async () => {
      expect(await page.evaluate(outcomeOf(call))).toBe('NotAllowedError');
    });
    expect(await asked).toMatchObject({ ...station, permission, media, isGranted: false });
  });

  it.each([
    ['musical instruments', 'navigator.requestMIDIAccess()', 'midi', 'SecurityError'],
    [
      'the inside of musical instruments',
      'navigator.requestMIDIAccess({ sysex: true })',
      'midiSysex',
      'SecurityError',
    ],
    [
      'where the machine is',
      'new Promise((found, lost) => navigator.geolocation.getCurrentPosition(found, lost))',
      'geolocation',
      1,
    ],
    ['notifications', 'Notification.requestPermission()', 'notifications', 'denied'],
    ['whether somebody is there', 'IdleDetector.requestPermission()', 'idle-detection', 'denied'],
  ])('is refused where it is %s', async (_what, call, permission, outcome) => {
    const asked = program.after('permission-request', async () => {
      expect(await page.evaluate(outcomeOf(call))).toBe(outcome);
    });
    expect(await asked).toMatchObject({ ...station, permission, isGranted: false });
  });

  it('is refused where it is the whole screen', async () => {
    const asked = program.after('permission-request', () =>
      page.evaluate('void document.body.requestFullscreen()'),
    );
    expect(await asked).toMatchObject({ permission: 'fullscreen', isGranted: false });
    expect(await page.evaluate('document.fullscreenElement')).toBeNull();
  });

  it.each([
    ['serial', 'navigator.serial.requestPort()', 'NotFoundError'],
    ['usb', 'navigator.usb.requestDevice({ filters: [] })', 'NotFoundError'],
    // No device is an answer of no devices.
    ['hid', 'navigator.hid.requestDevice({ filters: [] }).then(String)', ''],
  ])('is refused where it is a device: %s', async (deviceType, call, outcome) => {
    const asked = program.after('device', async () => {
      expect(await page.evaluate(outcomeOf(call))).toBe(outcome);
    });
    expect(await asked).toMatchObject({ deviceType, isGranted: false });
    const checks = program.factsOf('permission-check');
    expect(checks.filter(({ permission }) => permission === deviceType)).toMatchObject([
      { from: 'app://station/', isGranted: false },
    ]);
  });

  it('is refused where it is a device near by', async () => {
    const asked = program.after('bluetooth', async () => {
      expect(await page.evaluate(outcomeOf('navigator.bluetooth.requestDevice({})'))).toBe(
        'NotFoundError',
      );
    });
    expect((await asked).isGranted).toBe(false);
  });

  it('is refused a second time by the page’s own policy, in which only the camera is left', async () => {
    const features = ['camera', 'microphone', 'geolocation', 'display-capture', 'midi'];
    const more = ['clipboard-read', 'serial', 'usb', 'hid', 'bluetooth'];
    const allowed = await page.evaluate(
      `${JSON.stringify([...features, ...more])}.filter((name) => document.featurePolicy.allowsFeature(name))`,
    );
    expect(allowed).toEqual(['camera']);
  });

  it('is known before it asks: the camera, and nothing else', () => {
    const granted = program.factsOf('permission-check').filter(({ isGranted }) => isGranted);
    expect(new Set(granted.map(({ permission, media }) => [permission, ...media].join()))).toEqual(
      new Set(['media,video']),
    );
  });

  it('is refused to a frame inside the page', async () => {
    await page.evaluate(addFrame('inner'));
    const inner = page.frame('inner');
    const asked = program.after('permission-request', async () => {
      expect(
        await inner?.evaluate(outcomeOf('navigator.mediaDevices.getUserMedia({ video: true })')),
      ).toBe('NotAllowedError');
    });
    expect(await asked).toMatchObject({ media: ['video'], isMainFrame: false, isGranted: false });
    await page.evaluate(`document.querySelector('iframe').remove()`);
  });
});

describe('where the page goes', () => {
  const refused = { isPrevented: true, isMainFrame: true };

  it.each([
    ['another page of its own', `location.href = '/other.html'`, 'app://station/other.html'],
    ['another site', `location.href = 'https://example.test/'`, 'https://example.test/'],
    ['another host of its scheme', `location.href = 'https://other.app.test/'`, 'app://other/'],
  ])('is not %s', async (_where, code, url) => {
    const asked = program.after('navigation', () => page.evaluate(`void (${code})`));
    expect(await asked).toMatchObject({ ...refused, event: 'will-frame-navigate', url });
  });

  it('is itself anew, where it failed', async () => {
    const asked = program.after('navigation', () => page.evaluate('location.reload()'));
    expect(await asked).toMatchObject({ url: 'app://station/index.html', isPrevented: false });
    await page.waitForSelector('[data-unit="stage"]');
  });

  it('is not where a link leads', async () => {
    const link = addElement('a', { href: `${address}/link` });
    const asked = program.after('navigation', () => page.evaluate(`${link}.click()`));
    expect(await asked).toMatchObject({ ...refused, url: `${address}/link` });
  });

  it('is not where it is redirected to', async () => {
    const url = 'app://station/index.html';
    const answer = { status: 302, headers: { Location: `${address}/redirected` }, body: '' };
    program.command({ kind: 'plant', id: 1, url, answer });
    const asked = program.after('navigation', () => {
      program.command({ kind: 'reload', id: 1 });
    });
    expect(await asked).toMatchObject({
      ...refused,
      event: 'will-redirect',
      url: `${address}/redirected`,
    });
  });

  it('is no file of the machine', async () => {
    const before = program.factsOf('request').length;
    await page.evaluate(`void (location.href = 'file:///etc/hostname')`);
    await page.evaluate(`${addElement('img', { src: 'file:///etc/hostname' })}.remove()`);
    expect(program.factsOf('request').slice(before)).toEqual([]);
  });

  it('is no second window, for a script', async () => {
    const asked = program.after('window-open', async () => {
      expect(await page.evaluate(`window.open('${address}/window')`)).toBeNull();
    });
    expect(await asked).toMatchObject({ url: `${address}/window`, action: 'deny' });
  });

  it('is no second window, for a link', async () => {
    const link = addElement('a', { href: `${address}/window`, target: '_blank' });
    const asked = program.after('window-open', () => page.evaluate(`${link}.click()`));
    expect(await asked).toMatchObject({ action: 'deny' });
  });

  it('is in no webview', async () => {
    const webview = addElement('webview', { src: `${address}/webview` });
    expect(await page.evaluate(`${webview}.constructor.name`)).toBe('HTMLElement');
    await page.evaluate(`document.querySelector('webview').remove()`);
  });
});

describe('what the page loads', () => {
  it('comes with the security headers, all of them as they are written', async () => {
    const loaded = page.waitForResponse(/index\.html$/);
    await program.after('request', () => {
      program.command({ kind: 'reload', id: 1 });
    });
    const headers = await (await loaded).allHeaders();
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': stationHeaders['Content-Security-Policy'],
      'permissions-policy': stationHeaders['Permissions-Policy'],
      'x-content-type-options': 'nosniff',
    });
    await page.waitForSelector('[data-unit="stage"]');
  });

  it.each([
    ['a script in the page', addElement('script', {}, 'window.isIn = true'), 'script-src-elem'],
    [
      'a handler in the page',
      `${addElement('b', { onclick: 'isIn = 1' })}.click()`,
      'script-src-attr',
    ],
    ['text that becomes a script', `setTimeout('window.isIn = true')`, 'script-src'],
    ['a script of another site', addElement('script', { src: '%/x.js' }), 'script-src-elem'],
    ['a script the page made', `new Worker(URL.createObjectURL(new Blob([''])))`, 'worker-src'],
    ['a style in the page', addElement('style', {}, 'b { color: red }'), 'style-src-elem'],
    ['a style of an element', addElement('b', { style: 'color: red' }), 'style-src-attr'],
    [
      'a style of another site',
      addElement('link', { rel: 'stylesheet', href: '%/x.css' }),
      'style-src-elem',
    ],
    ['a picture of another site', addElement('img', { src: '%/x.png' }), 'img-src'],
    ['a picture in its address', addElement('img', { src: 'data:image/png,x' }), 'img-src'],
    ['a sound of another site', addElement('audio', { src: '%/x.wav' }), 'media-src'],
    ['a frame', addElement('iframe', { src: '%/frame' }), 'frame-src'],
    ['an embedded document', addElement('object', { data: '%/x.pdf' }), 'object-src'],
    ['a question to another site', `fetch('%/ask').catch(() => undefined)`, 'connect-src'],
    ['a socket', `new WebSocket('ws://127.0.0.1:1/')`, 'connect-src'],
    ['a farewell', `navigator.sendBeacon('%/beacon', 'x')`, 'connect-src'],
    ['another base', addElement('base', { href: '%/' }), 'base-uri'],
    [
      'a form sent elsewhere',
      `${addElement('form', { action: '%/form' })}.submit()`,
      'form-action',
    ],
  ])('is not %s', async (_what, code, directive) => {
    const refused = await page.evaluate(`new Promise((resolve) => {
      document.addEventListener(
        'securitypolicyviolation',
        ({ effectiveDirective }) => resolve(effectiveDirective),
        { once: true },
      );
      ${code.replaceAll('%', address)};
    })`);
    expect(refused).toBe(directive);
    expect(await page.evaluate('typeof isIn')).toBe('undefined');
    await page.evaluate(`document.querySelectorAll('iframe').forEach((frame) => frame.remove())`);
  });

  it('is not what its own scheme serves, asked for by a script', async () => {
    expect(await page.evaluate(outcomeOf(`fetch('/index.html')`))).toBe('TypeError');
  });

  it('is none of another site even without its policy', async () => {
    const session = await page.context().newCDPSession(page);
    const reload = async (): Promise<void> => {
      await program.after('loaded', () => {
        program.command({ kind: 'load', id: 1, url: 'app://station/index.html' });
      });
    };
    await session.send('Page.setBypassCSP', { enabled: true });
    await reload();
    for (const [path, code] of [
      ['/ask', `fetch('%/ask').catch(() => undefined)`],
      ['/x.png', addElement('img', { src: '%/x.png' })],
      ['/x.js', addElement('script', { src: '%/x.js' })],
      ['/x.css', addElement('link', { rel: 'stylesheet', href: '%/x.css' })],
      ['/beacon', `navigator.sendBeacon('%/beacon', 'x')`],
    ] as const) {
      const asked = program.after(
        'request',
        () => page.evaluate(`void ${code.replaceAll('%', address)}`),
        ({ url }) => url.startsWith(address),
      );
      expect(await asked).toEqual({ kind: 'request', url: address + path, isCancelled: true });
    }
    await session.send('Page.setBypassCSP', { enabled: false });
    await session.detach();
    await reload();
  });
});

describe('what the page saves', () => {
  it('is the clerk’s list, where the clerk wants it', async () => {
    const asked = program.after('download', () =>
      page.evaluate(saveFile('checks.csv', 'text/csv')),
    );
    expect(await asked).toMatchObject({ isPrevented: false, isAsked: true });
  });

  it.each([
    ['a page', saveFile('page.html', 'text/html')],
    ['a program', saveFile('setup.exe', 'application/x-msdownload')],
    [
      'a file of its own',
      `${addElement('a', { href: '/index.html', download: 'checks.csv' })}.click()`,
    ],
  ])('is not %s', async (_what, code) => {
    const asked = program.after('download', () => page.evaluate(code));
    expect(await asked).toMatchObject({ isPrevented: true });
    expect(program.factsOf('saved')).toEqual([]);
  });
});
