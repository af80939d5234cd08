import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchImage, type FetchRules } from '../../../main/gateway/fetch-image.ts';
import { isLoopback, isPublic, isWithin } from '../../../main/gateway/network-address.ts';
import { makeSelfSigned } from '../../support/cloud-double/self-signed.ts';
import { picture } from './support/colour-engine.ts';
import { send } from './support/send.ts';
import { acs3Call, imageParameters, tencentCall } from './support/sign.ts';
import { startTestGateway } from './support/test-gateway.ts';

let server: Server;
let port: number;
let answer: RequestListener = (_request, response) => response.end('bytes');
/** Paths that were asked for. */
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Resolve = NonNullable<FetchRules['resolve']>;

/** A name server for a test: the addresses every name, or each one, leads to. */
const leadsTo = (addresses: readonly string[] | ((name: string) => readonly string[])): Resolve =>
  ((name: string, _options: unknown, callback: Parameters<LookupFunction>[2]) => {
    const found = typeof addresses === 'function' ? addresses(name) : addresses;
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as Resolve;

/** The server of these tests counts as allowed, nothing else that is not public. */
const rules: FetchRules = { allowedNetworks: ['127.0.0.1/32'], maximumBytes: 1000 };

describe('a photograph by address', () => {
  test('is fetched', async () => {
    answer = (_request, response) => response.end('bytes');
    expect((await fetchImage(`http://127.0.0.1:${port}/a.jpg`, rules)).toString()).toBe('bytes');
  });

  test('is fetched from a name that leads to where it may', async () => {
    const resolve = leadsTo(['127.0.0.1']);
    const image = await fetchImage(`http://photos.example:${port}/a.jpg`, { ...rules, resolve });
    expect(image.toString()).toBe('bytes');
    expect(asked.at(-1)).toBe(`photos.example:${port}/a.jpg`);
  });

  test('is fetched where redirects lead, up to three of them', async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect((await fetchImage(`http://127.0.0.1:${port}/3`, rules)).toString()).toBe('there');
    await expect(fetchImage(`http://127.0.0.1:${port}/4`, rules)).rejects.toMatchObject({
      failure: 'too-many-redirects',
    });
  });

  test('is fetched over TLS, from whom the certificate names', async () => {
    const { certificate, key } = makeSelfSigned();
    const secure = createTlsServer({ cert: certificate, key }, (_request, response) =>
      response.end('bytes'),
    );
    secure.listen(0, '127.0.0.1');
    await once(secure, 'listening');
    const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`;
    expect((await fetchImage(url, { ...rules, ca: certificate })).toString()).toBe('bytes');
    await expect(fetchImage(url, rules)).rejects.toMatchObject({ failure: 'unreachable' });
    secure.closeAllConnections();
    secure.close();
  });
});

describe('nothing is asked of', () => {
  test.each([
    'http://127.0.0.2/',
    'http://[::1]/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://0/',
    'http://2130706434/',
    'http://0x7f.2/',
    'http://017700000002/',
    'http://[::ffff:10.0.0.1]/',
    'http://[64:ff9b::10.0.0.1]/',
    'http://[2002:0a00:0001::]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ])('%s', async (url) => {
    await expect(fetchImage(url, rules)).rejects.toMatchObject({ failure: 'address-refused' });
  });

  test('localhost by its name', async () => {
    await expect(
      fetchImage(`http://localhost:${port}/`, { ...rules, allowedNetworks: [] }),
    ).rejects.toMatchObject({ failure: 'address-refused' });
  });

  test('a name that leads inside, be it with one of its addresses only', async () => {
    for (const resolve of [
      leadsTo(['10.0.0.1']),
      leadsTo(['192.0.2.1', '127.0.0.2']),
      leadsTo(['::1']),
    ]) {
      const before = asked.length;
      await expect(
        fetchImage(`http://photos.example:${port}/`, { ...rules, resolve }),
      ).rejects.toMatchObject({ failure: 'address-refused' });
      expect(asked).toHaveLength(before);
    }
  });

  test('a place inside that a redirect leads to', async () => {
    for (const location of ['http://10.0.0.1/', 'http://[::1]/', `//127.0.0.2:${port}/`]) {
      answer = (_request, response) => response.writeHead(302, { location }).end();
      await expect(fetchImage(`http://127.0.0.1:${port}/`, rules)).rejects.toMatchObject({
        failure: 'address-refused',
      });
    }
  });

  test('a name that leads inside only after a redirect', async () => {
    answer = (_request, response) =>
      response.writeHead(302, { location: 'http://b.example/' }).end();
    const resolve = leadsTo((name) => [name === 'a.example' ? '127.0.0.1' : '10.0.0.1']);
    await expect(
      fetchImage(`http://a.example:${port}/`, { ...rules, resolve }),
    ).rejects.toMatchObject({ failure: 'address-refused' });
  });

  test.each(['file:///etc/passwd', 'ftp://a.example/', 'http://user:secret@a.example/', 'http://'])(
    '%s, which is no such address',
    async (url) => {
      await expect(fetchImage(url, rules)).rejects.toMatchObject({ failure: 'not-an-address' });
    },
  );
});

describe('a fetch ends', () => {
  test('after as many bytes as a photograph may have', async () => {
    answer = (_request, response) => response.end(Buffer.alloc(1001));
    await expect(fetchImage(`http://127.0.0.1:${port}/`, rules)).rejects.toMatchObject({
      failure: 'too-large',
    });
    let isEnded = false;
    answer = (_request, response) => {
      const more = (): void => {
        while (!isEnded && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more).on('close', () => (isEnded = true));
      more();
    };
    await expect(fetchImage(`http://127.0.0.1:${port}/`, rules)).rejects.toMatchObject({
      failure: 'too-large',
    });
    await expect.poll(() => isEnded).toBe(true);
  });

  test('after its time, whether nothing comes or never the end', async () => {
    const hasty = { ...rules, timeout: 50 };
    const silent: RequestListener = () => undefined;
    const endless: RequestListener = (_request, response) => void response.write('a');
    for (const listener of [silent, endless]) {
      answer = listener;
      await expect(fetchImage(`http://127.0.0.1:${port}/`, hasty)).rejects.toMatchObject({
        failure: 'timed-out',
      });
    }
  });

  test('with what is wrong, where it comes to nothing', async () => {
    answer = (_request, response) => response.writeHead(404).end();
    await expect(fetchImage(`http://127.0.0.1:${port}/`, rules)).rejects.toMatchObject({
      failure: 'status-404',
    });
    answer = (request) => request.socket.destroy();
    await expect(fetchImage(`http://127.0.0.1:${port}/`, rules)).rejects.toMatchObject({
      failure: 'unreachable',
    });
  });
});

describe('the gateway', () => {
  test('fetches photographs where the settings allow it, for both APIs', async () => {
    const red = await picture('#f00');
    answer = (request, response) => {
      if (request.url === '/red.png') response.end(red);
      else response.writeHead(404).end();
    };
    const urlImages = { enabled: true, allowedNetworks: ['127.0.0.1/32'] };
    const gateway = await startTestGateway({ settings: { urlImages } });
    const url = `http://127.0.0.1:${port}/red.png`;
    const images = imageParameters(red, red, { SourceImageValue: url });
    expect((await send(gateway.port, acs3Call(images))).json().Code).toBe('200');
    const wrong = imageParameters(red, red, { SourceImageValue: `${url}.gone` });
    const refused = (await send(gateway.port, acs3Call(wrong))).json();
    expect(refused.Code).toBe('InvalidParam.ImageValuePatternError');
    const urls = tencentCall([
      ['urlA', url],
      ['urlB', url],
    ]);
    expect((await send(gateway.port, urls)).json().code).toBe(0);
    const inside = tencentCall([
      ['imageA', red],
      ['urlB', 'http://127.0.0.2/'],
    ]);
    expect((await send(gateway.port, inside)).json()).toMatchObject({
      code: -1308,
      data: { fail_flag: 2 },
    });
    await gateway.close();
  });
});

describe('addresses', () => {
  test.each(['8.8.8.8', '2400:3200::1', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost', '::ffff:127.0.0.1'])(
    '%s is this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  test.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.example', ''])('%s is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  test('lie in their networks', () => {
    expect(isWithin('::ffff:10.1.2.3', ['fd00::/8', '10.0.0.0/8'])).toBe(true);
    expect(isWithin('11.0.0.1', ['10.0.0.0/8'])).toBe(false);
    expect(isWithin('fe80::1%eth0', ['10.0.0.0/8'])).toBe(false);
    expect(isWithin('nowhere', ['0.0.0.0/0'])).toBe(false);
  });
});
