import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { serveBrowser, type BrowserHost } from '../../../main/browser/browser-host.ts';
import { DeskLock } from '../../../main/desk-lock/desk-lock.ts';
import { forgetfulPin } from '../../../main/desk-lock/pin-file.ts';
import { EventHub } from '../../../main/host/event-hub.ts';
import { createBridge, type StationBridge } from '../../../main/ipc/bridge.ts';
import { channelOf } from '../../../main/ipc/channels.ts';
import type { PageRole } from '../../../main/ipc/contract.ts';
import type { CallHandlers } from '../../../main/ipc/register-calls.ts';
import { encodeMessage } from '../../../main/ipc/socket-message.ts';
import { socketWire } from '../../../main/ipc/socket-wire.ts';
import { settingsSchema } from '../../../main/settings/settings.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'witness-bundle-'));
  await writeFile(join(bundle, 'index.html'), '<!doctype html><title>Witness</title>');
});
afterAll(() => rm(bundle, { recursive: true }));

const hub = new EventHub();
const offerFrame = vi.fn<CallHandlers['offerFrame']>();
const handlers = {
  currentStage: () => Promise.resolve({ phase: 'reading' }),
  offerFrame,
} as unknown as CallHandlers;

const settings = settingsSchema.parse({ isSetUp: true });
let lock: DeskLock;
let host: BrowserHost;
const errors: string[] = [];
beforeEach(async () => {
  lock = await DeskLock.open(forgetfulPin());
  host = await serveBrowser({
    station: { handlers, hub, lock, settings },
    bundle,
    port: 0,
    onError: ({ code }) => errors.push(code),
  });
});
const sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  errors.length = 0;
  offerFrame.mockReset();
  await host.close();
});

interface OpenPage {
  readonly role: PageRole;
  readonly origin: string;
  readonly cookie: string;
}

const openPage = async (role: PageRole): Promise<OpenPage> => {
  const address = host.address(role);
  const reply = await fetch(address, { redirect: 'manual' });
  expect(reply.status).toBe(303);
  const cookie = reply.headers.get('set-cookie') ?? '';
  return { role, origin: new URL(address).origin, cookie: cookie.split(';')[0] ?? '' };
};

const connect = (
  { role, origin, cookie }: OpenPage,
  headers: Record<string, string> = {},
): WebSocket => {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/${role}/socket`, {
    headers: { cookie, origin, ...headers },
  });
  sockets.push(socket);
  return socket;
};

const bridgeOf = async (role: PageRole): Promise<StationBridge> => {
  const page = await openPage(role);
  return createBridge(
    socketWire({
      connect: () =>
        connect(page) as unknown as ReturnType<Parameters<typeof socketWire>[0]['connect']>,
      onConnection: () => undefined,
      pause: () => new Promise(() => undefined),
    }),
  );
};

describe('a page of the browser host', () => {
  it('is served to whoever opens the address, with a session only this page can read', async () => {
    const reply = await fetch(host.address('clerk'), { redirect: 'manual' });
    expect(reply.headers.get('set-cookie')).toMatch(
      // Kept over a crash of the browser, whose profile forgets what has no age.
      /; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(reply.headers.get('location')).toBe('/clerk');
  });

  it('may load nothing but itself, and be framed by nobody', async () => {
    const { origin, cookie } = await openPage('clerk');
    const { headers, status } = await fetch(`${origin}/clerk`, { headers: { cookie } });
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; " +
        `worker-src 'self'; connect-src 'self' ${origin.replace('http', 'ws')}; base-uri 'none'; form-action 'none'; ` +
        "frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('permissions-policy')).toContain('microphone=()');
  });

  it('is refused to an address that was opened before', async () => {
    const address = host.address('clerk');
    await fetch(address, { redirect: 'manual' });
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(403);
  });

  it.each(['/', '/clerk', '/guest', '/index.html', '/clerk/socket', '/../package.json'])(
    'is refused at %s without a session',
    async (path) => {
      const { origin } = new URL(host.address('clerk'));
      expect((await fetch(`${origin}${path}`)).status).toBe(403);
    },
  );

  it.each(['/guest', '/clerk'] as const)(
    'at %s is refused to the session of the other',
    async (path) => {
      const { origin, cookie } = await openPage(path === '/guest' ? 'clerk' : 'guest');
      for (const part of [path, `${path}/socket`])
        expect((await fetch(`${origin}${part}`, { headers: { cookie } })).status).toBe(403);
    },
  );

  it('keeps its session when a browser opens the other page, too', async () => {
    const [clerk, guest] = [await openPage('clerk'), await openPage('guest')];
    const headers = { cookie: `${clerk.cookie}; ${guest.cookie}` };
    expect(clerk.cookie.split('=')[0]).not.toBe(guest.cookie.split('=')[0]);
    for (const path of ['/clerk', '/guest'])
      expect((await fetch(`${clerk.origin}${path}`, { headers })).status).toBe(200);
  });

  it('is found by its session where its address is left out', async () => {
    const { origin, cookie } = await openPage('guest');
    const reply = await fetch(origin, { headers: { cookie }, redirect: 'manual' });
    expect(reply.headers.get('location')).toBe('/guest');
  });

  it('is not served under another name, which a foreign page could have made to lead here', async () => {
    const page = await openPage('clerk');
    const { origin, cookie } = page;
    const { port } = new URL(origin);
    const reply = await fetch(`http://localhost:${port}/`, { headers: { cookie } }).catch(
      () => undefined,
    );
    if (reply !== undefined) expect(reply.status).toBe(421);
    const socket = connect(page, { host: `witness.example:${port}` });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('421');
  });

  it('says so when the pages have not been built', async () => {
    const start = serveBrowser({
      station: { handlers, hub, lock, settings },
      bundle: join(bundle, 'none'),
      port: 0,
      onError: () => undefined,
    });
    await expect(start).rejects.toMatchObject({ code: 'browser.no-bundle' });
  });

  it('says so when another program has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const start = serveBrowser({
      station: { handlers, hub, lock, settings },
      bundle,
      port,
      onError: () => undefined,
    });
    await expect(start).rejects.toMatchObject({ code: 'browser.port-taken', data: { port } });
    other.close();
  });
});

describe('the socket of a page', () => {
  it('carries calls and their replies', async () => {
    const bridge = await bridgeOf('guest');
    expect(await bridge.currentStage()).toEqual({ ok: true, value: { phase: 'reading' } });
  });

  it('carries images as bytes', async () => {
    offerFrame.mockResolvedValue({ seen: false });
    const bridge = await bridgeOf('guest');
    const frame = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
    expect(await bridge.offerFrame({ visit: 3, frame })).toEqual({
      ok: true,
      value: { seen: false },
    });
    const [request] = offerFrame.mock.calls[0]!;
    expect(request.visit).toBe(3);
    expect(Buffer.from(request.frame).equals(frame)).toBe(true);
  });

  it('refuses the guest’s page what is for clerks', async () => {
    const bridge = await bridgeOf('guest');
    const outcome = await bridge.currentDesk();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'ipc.other-page' } });
    expect(errors).toEqual(['ipc.other-page']);
  });

  it('gives the clerk a fresh address for the guest’s screen', async () => {
    const bridge = await bridgeOf('clerk');
    const outcome = await bridge.openGuestScreen();
    if (!outcome.ok) throw new Error(outcome.error.code);
    const reply = await fetch(outcome.value.address!, { redirect: 'manual' });
    expect(reply.status).toBe(303);
  });

  it('tells each page the events that are for it', async () => {
    const [guest, clerk] = [await bridgeOf('guest'), await bridgeOf('clerk')];
    const told: string[] = [];
    guest.onStageChanged(({ phase }) => told.push(`guest ${phase}`));
    guest.onRecordsChanged(() => told.push('guest records'));
    clerk.onRecordsChanged(() => told.push('clerk records'));
    await Promise.all([guest.currentStage(), clerk.currentStage()]);
    hub.publish('recordsChanged', () => undefined);
    hub.publish('stageChanged', () => ({ phase: 'reading' }));
    await Promise.all([guest.currentStage(), clerk.currentStage()]);
    expect(told.sort()).toEqual(['clerk records', 'guest reading']);
  });

  it('is closed to a page of another origin', async () => {
    const page = await openPage('clerk');
    const socket = connect(page, { origin: 'http://127.0.0.1:1' });
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1008);
  });

  it('is closed when something comes that is no call', async () => {
    const socket = connect(await openPage('clerk'));
    await once(socket, 'open');
    socket.send('text');
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1003);
  });

  it('answers a call it does not know with an error', async () => {
    const socket = connect(await openPage('clerk'));
    socket.binaryType = 'arraybuffer';
    await once(socket, 'open');
    socket.send(
      encodeMessage({ id: 1, channel: channelOf('nothing' as never), request: undefined }),
    );
    const [data] = (await once(socket, 'message')) as [ArrayBuffer];
    expect(Buffer.from(data).toString('latin1')).toContain('ipc.unknown-call');
  });

  it('takes no message larger than a camera frame', async () => {
    const socket = connect(await openPage('clerk'));
    await once(socket, 'open');
    socket.send(new Uint8Array(3 * 1024 * 1024));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
  });
});
