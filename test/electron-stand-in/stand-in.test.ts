import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramBehaviour } from './fixtures/pages.ts';
import { startStandIn, type StandIn, type StandInOptions } from './start-stand-in.ts';

const entry = fileURLToPath(new URL('./fixtures/program.ts', import.meta.url));

/** Has a page save a file it made itself. */
const save = (name: string): string => `(() => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['a,b'], { type: 'text/csv' }));
  link.download = '${name}';
  link.click();
})()`;

const start = async (
  behaviour: Partial<ProgramBehaviour> = {},
  options: Partial<StandInOptions> = {},
): Promise<{ readonly program: StandIn; readonly page: Page }> => {
  const program = await startStandIn({
    entry,
    ...options,
    env: { BEHAVIOUR: JSON.stringify(behaviour) },
  });
  await program.until('loaded');
  return { program, page: await program.page('/index.html') };
};

describe('under a program that refuses everything', () => {
  let program: StandIn;
  let page: Page;
  beforeAll(async () => {
    ({ program, page } = await start({ isGranted: false }, { camera: 'pattern' }));
  });
  afterAll(() => program.close());

  describe('a page under the stand-in', () => {
    it('has the bridge before its first script, frozen', async () => {
      expect(await page.evaluate('found')).toEqual({ bridge: 'object', frozen: true });
    });

    it('calls the preload script and gets values back at once', async () => {
      expect(await page.evaluate('fixture.double(21)')).toBe(42);
      expect(await page.evaluate('fixture.facts')).toEqual({
        modules: [],
        platform: process.platform,
        sandboxed: true,
      });
    });

    it('gets an error of the preload script as an error', async () => {
      const message = await page.evaluate(
        '(() => { try { fixture.fail(); } catch (e) { return e.message; } })()',
      );
      expect(message).toBe('thrown in the preload script');
    });

    it('passes binary data as binary data, both ways and to the program', async () => {
      expect(
        await page.evaluate(`(() => {
          const reversed = fixture.reverse(new Uint8Array([1, 2, 3]));
          return [reversed instanceof Uint8Array, ...reversed];
        })()`),
      ).toEqual([true, 3, 2, 1]);
      expect(await page.evaluate(`fixture.invoke('kind-of', new Uint8Array([1]))`)).toBe(
        'Uint8Array',
      );
      expect(
        await page.evaluate(`fixture.invoke('echo', { bytes: new Uint8Array(70000).fill(7) }).then(
          ([{ bytes }]) => [bytes instanceof Uint8Array, bytes.length, bytes.every((byte) => byte === 7)])`),
      ).toEqual([true, 70000, true]);
    });

    it('passes functions, which are called with values of their own world', async () => {
      expect(
        await page.evaluate(`(() => {
          let got;
          fixture.callBack((bytes, more) => { got = [bytes instanceof Uint8Array, bytes[0], more.deep]; });
          return got;
        })()`),
      ).toEqual([true, 9, [1, undefined]]);
    });

    it('keeps what a structured clone keeps on the way to the program and back', async () => {
      expect(
        await page.evaluate(`fixture.invoke('echo', undefined, null, NaN, -0, 12n, new Date(5), new Map([[1, new Set([2])]]), [undefined]).then(
          (all) => [all[0] === undefined, all[1] === null, Number.isNaN(all[2]), Object.is(all[3], -0), all[4] === 12n,
            all[5] instanceof Date && all[5].getTime(), all[6].get(1).has(2), all[7].length])`),
      ).toEqual([true, true, true, true, true, 5, true, 1]);
    });

    it('hears of a failing handler in the words of Electron', async () => {
      const message = await page.evaluate(`fixture.invoke('fail').catch((error) => error.message)`);
      expect(message).toBe(`Error invoking remote method 'fail': RangeError: on purpose`);
      const unknown = await page.evaluate(
        `fixture.invoke('nothing').catch((error) => error.message)`,
      );
      expect(unknown).toMatch(/No handler registered for 'nothing'/);
    });

    it('hears events until it stops listening', async () => {
      expect(
        await page.evaluate(`new Promise((resolve) => {
          const heard = [];
          const stop = fixture.onTold((...args) => {
            heard.push(args);
            stop();
            fixture.send('again', 'not heard');
            fixture.invoke('echo').then(() => resolve(heard));
          });
          fixture.send('again', 1, 'two');
        })`),
      ).toEqual([[1, 'two']]);
    });

    it('sees nothing of Electron, Node or the preload world', async () => {
      expect(
        await page.evaluate(`['require', 'process', 'module', 'ipcRenderer', 'contextBridge', 'secret',
          'electronStandInTell', 'electronStandInHear'].filter((name) => name in globalThis)`),
      ).toEqual([]);
    });

    it('is known to the program by its own address, not by the one the browser has', async () => {
      expect(await page.evaluate(`fixture.invoke('who')`)).toEqual({
        origin: 'app://fixture',
        url: 'app://fixture/index.html',
        isTop: true,
        hasParent: false,
        contents: 1,
      });
    });

    it('is a secure context', async () => {
      expect(await page.evaluate('isSecureContext')).toBe(true);
    });
  });

  describe('the rules for a page under the stand-in', () => {
    it('are its content security policy, which the browser enforces', async () => {
      expect(await page.evaluate('typeof inline')).toBe('undefined');
      const reached: unknown[] = [];
      const server = createServer((request, response) => {
        reached.push(request.url);
        response.end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const refused = await page.evaluate(
        `fetch('http://127.0.0.1:${port}/').catch((error) => error.name)`,
      );
      server.close();
      expect({ refused, reached }).toEqual({ refused: 'TypeError', reached: [] });
    });

    it('are the requests the program cancels', async () => {
      expect(await page.evaluate('typeof cancelled')).toBe('undefined');
      const fact = await program.until('request', ({ url }) => url.endsWith('cancelled.js'));
      expect(fact).toEqual({
        kind: 'request',
        url: 'app://fixture/cancelled.js',
        isCancelled: true,
      });
    });

    it('are the privileges of its scheme', async () => {
      expect(await page.evaluate(`fetch('/other.html').catch((error) => error.name)`)).toBe(
        'TypeError',
      );
    });

    it('are the permissions the program refuses', async () => {
      const refused = (code: string) =>
        page.evaluate(`${code}.then(() => 'granted', (error) => error.name)`);
      expect(await refused('navigator.mediaDevices.getUserMedia({ video: true })')).toBe(
        'NotAllowedError',
      );
      expect(await refused('navigator.mediaDevices.getUserMedia({ audio: true })')).toBe(
        'NotAllowedError',
      );
      expect(await refused('navigator.mediaDevices.getDisplayMedia()')).toBe('NotAllowedError');
      expect(await refused('navigator.clipboard.readText()')).toBe('NotAllowedError');
      expect(await refused('navigator.requestMIDIAccess()')).toBe('NotAllowedError');
      expect(await refused('getScreenDetails()')).toBe('NotAllowedError');
      expect(await page.evaluate('IdleDetector.requestPermission()')).toBe('denied');
      void page.evaluate('void document.body.requestFullscreen()');
      await program.until('permission-request', ({ permission }) => permission === 'fullscreen');
      expect(await page.evaluate('document.fullscreenElement')).toBeNull();
      expect(
        await page.evaluate(`new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(() => resolve('granted'), ({ code }) => resolve(code)))`),
      ).toBe(1);
      expect(await page.evaluate('Notification.requestPermission()')).toBe('denied');
      await program.until('permission-request', ({ permission }) => permission === 'notifications');
      const asked = program
        .factsOf('permission-request')
        .map(({ permission, media, isGranted }) => ({
          permission,
          media,
          isGranted,
        }));
      expect(asked).toEqual([
        { permission: 'media', media: ['video'], isGranted: false },
        { permission: 'media', media: ['audio'], isGranted: false },
        // The screen's picture is asked for as media of neither kind.
        { permission: 'media', media: [], isGranted: false },
        { permission: 'clipboard-read', media: [], isGranted: false },
        { permission: 'midi', media: [], isGranted: false },
        { permission: 'window-management', media: [], isGranted: false },
        { permission: 'idle-detection', media: [], isGranted: false },
        { permission: 'fullscreen', media: [], isGranted: false },
        { permission: 'geolocation', media: [], isGranted: false },
        { permission: 'notifications', media: [], isGranted: false },
      ]);
      expect(program.factsOf('permission-request')[0]).toMatchObject({
        from: 'app://fixture/index.html',
        isMainFrame: true,
      });
    });

    it('are the devices the program refuses', async () => {
      const refused = (code: string) =>
        page.evaluate(`${code}.then(() => 'granted', (error) => error.name)`);
      expect(await refused('navigator.serial.requestPort()')).toBe('NotFoundError');
      expect(await refused('navigator.usb.requestDevice({ filters: [] })')).toBe('NotFoundError');
      await page.evaluate('navigator.hid.requestDevice({ filters: [] })');
      await program.until('device', ({ deviceType }) => deviceType === 'hid');
      expect(program.factsOf('device')).toEqual(
        ['serial', 'usb', 'hid'].map((deviceType) => ({
          kind: 'device',
          deviceType,
          isGranted: false,
        })),
      );
    });

    it('are the downloads the program refuses', async () => {
      await page.evaluate(save('refused.csv'));
      const fact = await program.until('download');
      expect(fact).toMatchObject({
        url: expect.stringMatching(/^blob:app:/) as unknown,
        isPrevented: true,
      });
      expect(program.factsOf('saved')).toEqual([]);
    });

    it.each([
      ['a link', `document.querySelector('a').click()`, 'app://fixture/other.html'],
      ['a script', `void (location.href = 'https://example.test/')`, 'https://example.test/'],
      ['a reload', 'location.reload()', 'app://fixture/index.html'],
    ])('keep it where it is against %s', async (_what, code, url) => {
      expect(await program.after('navigation', () => page.evaluate(code))).toEqual({
        kind: 'navigation',
        event: 'will-frame-navigate',
        url,
        isMainFrame: true,
        isPrevented: true,
      });
      expect(await page.evaluate('found.bridge')).toBe('object');
      expect(page.url()).toContain('/index.html');
    });

    it('make no second window, for a script', async () => {
      expect(await page.evaluate(`window.open('https://example.test/')`)).toBeNull();
      const fact = await program.until('window-open');
      expect(fact).toEqual({ kind: 'window-open', url: 'https://example.test/', action: 'deny' });
      expect(
        page
          .context()
          .pages()
          .filter((known) => known.url().includes('example')),
      ).toEqual([]);
    });

    it('make no second window, for a link', async () => {
      const before = page.context().pages().length;
      const click = (): Promise<unknown> =>
        page.evaluate(`document.querySelector('#elsewhere').click()`);
      expect(await program.after('window-open', click)).toMatchObject({ action: 'deny' });
      expect(page.context().pages()).toHaveLength(before);
    });

    it('are the keys the program takes for itself', async () => {
      const input = { key: 'F5' } as Electron.Input;
      program.command({ kind: 'press', id: 1, input });
      expect(await program.until('key')).toEqual({ kind: 'key', key: 'F5', isPrevented: true });
    });
  });
});

describe('a program without rules', () => {
  let folder: string;
  let program: StandIn;
  let page: Page;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
    const options = { camera: 'pattern', userData: join(folder, 'user-data') } as const;
    ({ program, page } = await start({}, { ...options, chosenFile: join(folder, 'chosen.csv') }));
  });
  afterAll(async () => {
    await program.close();
    await rm(folder, { recursive: true });
  });

  it('is seen in its window options, blockers and schemes', () => {
    expect(program.factsOf('window')).toEqual([
      {
        kind: 'window',
        id: 1,
        options: {
          show: false,
          kiosk: true,
          webPreferences: {
            preload: expect.stringMatching(/preload-\d+\.cjs$/) as unknown,
            sandbox: true,
            contextIsolation: true,
            devTools: false,
          },
        },
      },
    ]);
    const calls = program.factsOf('call').map(({ on, name, args }) => [on, name, ...args]);
    expect(calls).toContainEqual(['powerSaveBlocker', 'start', 'prevent-display-sleep']);
    expect(calls).toContainEqual(['BrowserWindow', 'show']);
    expect(program.factsOf('schemes')).toMatchObject([{ schemes: [{ scheme: 'app' }] }]);
  });

  it('grants everything where it has no handlers, as Electron does', async () => {
    expect(
      await page.evaluate(`navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
        (stream) => stream.getTracks().length, (error) => error.name)`),
    ).toBe(2);
  });

  it('is let down by Bluetooth unless it refuses it, as in Electron', async () => {
    await page.evaluate('navigator.bluetooth.requestDevice({}).catch(() => undefined)');
    expect(await program.until('bluetooth')).toEqual({ kind: 'bluetooth', isGranted: true });
  });

  it('saves downloads where the person before the screen wants them', async () => {
    await page.evaluate(save('suggested.csv'));
    await program.until('saved');
    expect(await readFile(join(folder, 'chosen.csv'), 'utf8')).toBe('a,b');
    expect(program.factsOf('download')).toMatchObject([{ isPrevented: false, isAsked: true }]);
  });

  it('keeps secrets and runs children', async () => {
    expect(await page.evaluate(`fixture.invoke('seal', 'a secret')`)).toEqual({
      isSealed: true,
      result: 'a secret',
    });
    expect(await page.evaluate(`fixture.invoke('child', 'hello')`)).toEqual({
      answer: {
        heard: { text: 'hello', bytes: new Uint8Array([1, 2]) },
        hasNodeChannel: false,
        type: 'utility',
      },
      code: 3,
    });
  });

  it('reloads a page, whose preload script runs again', async () => {
    await page.evaluate(`window.isOld = true; fixture.onTold(() => undefined)`);
    const loaded = page.waitForEvent('load');
    program.command({ kind: 'reload', id: 1 });
    await loaded;
    expect(await page.evaluate(`[typeof isOld, fixture.double(2)]`)).toEqual(['undefined', 4]);
    expect(await page.evaluate(`fixture.invoke('echo', 1)`)).toEqual([1]);
  });

  it('is told of a second start, which ends', async () => {
    const told = page.evaluate(
      `new Promise((resolve) => fixture.onTold((...args) => resolve(args)))`,
    );
    const second = await startStandIn({
      entry,
      userData: join(folder, 'user-data'),
      args: ['--again'],
      env: { BEHAVIOUR: '{}' },
    });
    expect(await second.exit).toEqual({ code: 0, signal: null });
    await second.close();
    expect(second.factsOf('window')).toEqual([]);
    expect(await told).toEqual(['second', '--again']);
    await program.until('call', ({ name }) => name === 'focus');
  });
});

describe('a program that lets its page go anywhere', () => {
  let program: StandIn;
  let page: Page;
  beforeAll(async () => {
    ({ program, page } = await start({ isLocked: false, canFetch: true }));
  });
  afterAll(() => program.close());

  it('lets pages fetch where the scheme has that privilege', async () => {
    expect(await page.evaluate(`fetch('/other.html').then(({ status }) => status)`)).toBe(200);
  });

  it('is asked about each step of a navigation it lets happen', async () => {
    await page.evaluate(`void (location.href = '/moved.html')`);
    await page.waitForURL(/other/);
    expect(program.factsOf('navigation').map(({ event, url }) => [event, url])).toEqual([
      ['will-frame-navigate', 'app://fixture/moved.html'],
      ['will-navigate', 'app://fixture/moved.html'],
      ['will-redirect', 'app://fixture/other.html'],
    ]);
  });

  it('runs no preload script in a frame, and knows the frame from the page', async () => {
    await page.evaluate(`void (location.href = '/framing.html')`);
    await page.waitForURL(/framing/);
    const frame = await page.waitForSelector('iframe').then((element) => element.contentFrame());
    await frame?.waitForURL(/framed/);
    expect(await frame?.evaluate('typeof fixture')).toBe('undefined');
    expect(program.factsOf('navigation').at(-1)).toMatchObject({
      event: 'will-frame-navigate',
      isMainFrame: false,
    });
    await frame?.evaluate(
      `navigator.mediaDevices.getUserMedia({ video: true }).catch(() => undefined)`,
    );
    expect(await program.until('permission-request')).toMatchObject({
      from: 'app://fixture/framed.html',
      isMainFrame: false,
    });
  });

  it('can be led to a foreign page by a test, whose address it then knows', async () => {
    const url = 'https://example.test/foreign.html';
    const answer = { status: 200, headers: { 'Content-Type': 'text/html' }, body: 'foreign' };
    program.command({ kind: 'plant', id: 1, url, answer });
    program.command({ kind: 'load', id: 1, url });
    await program.until('loaded', (fact) => fact.url === url);
    expect(await page.evaluate(`fixture.invoke('who')`)).toMatchObject({
      origin: 'https://example.test',
      isTop: true,
    });
  });
});

describe('a program under the stand-in', () => {
  const running: StandIn[] = [];
  const begin: typeof start = async (...args) => {
    const begun = await start(...args);
    running.push(begun.program);
    return begun;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map((program) => program.close()));
  });

  it('lets a page have the camera it grants, and the browser gives it', async () => {
    const { program, page } = await begin({ isGranted: true }, { camera: 'pattern' });
    expect(
      await page.evaluate(`navigator.mediaDevices.getUserMedia({ video: true }).then(
        (stream) => stream.getVideoTracks().length, (error) => error.name)`),
    ).toBe(1);
    expect(await program.until('permission-request')).toMatchObject({ isGranted: true });
  });

  it('stays where it is when its page is redirected against its will', async () => {
    const { program, page } = await begin();
    program.command({
      ...{ kind: 'plant', id: 1, url: 'app://fixture/index.html' },
      answer: { status: 302, headers: { Location: 'https://example.test/' }, body: '' },
    });
    program.command({ kind: 'reload', id: 1 });
    expect(await program.until('navigation')).toMatchObject({
      event: 'will-redirect',
      url: 'https://example.test/',
      isPrevented: true,
    });
    expect(await page.evaluate('found.bridge')).toBe('object');
  });

  it('says goodbye when it quits, also when its last window is closed', async () => {
    const { program } = await begin();
    program.command({ kind: 'quit' });
    expect(await program.exit).toEqual({ code: 0, signal: null });
    expect(program.stderr()).toBe('said goodbye\n');
    const other = await begin();
    other.program.command({ kind: 'close-window', id: 1 });
    expect(await other.program.exit).toEqual({ code: 0, signal: null });
    expect(other.program.stderr()).toBe('said goodbye\n');
  });
});
