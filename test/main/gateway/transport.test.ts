import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompareEngine } from '../../../main/compare/contract.ts';
import { makeSelfSigned } from '../../support/cloud-double/self-signed.ts';
import { colourEngine, engineThat, picture, someResult } from './support/colour-engine.ts';
import { send, sendRaw, type Sent } from './support/send.ts';
import { acs3Call, imageParameters, tencentCall } from './support/sign.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

let gateway: TestGateway;
let red: Buffer;
let call: () => Sent;

beforeAll(async () => {
  gateway = await startTestGateway();
  red = await picture('#f00');
  call = () => acs3Call(imageParameters(red, red));
});

afterAll(() => gateway.close());

describe('what is no request of either API is answered so that programs of both can read it', () => {
  test('bytes that are no HTTP', async () => {
    const reply = await sendRaw(gateway.port, 'hello\r\n\r\n');
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({ Code: 'InvalidHttpRequest', code: 3, data: {} });
    expect(gateway.served.at(-1)).toMatchObject({ api: 'none', code: 'InvalidHttpRequest' });
  });

  test('headers without end', async () => {
    const head = `POST / HTTP/1.1\r\nhost: a\r\nx-much: ${'a'.repeat(129 * 1024)}\r\n\r\n`;
    const reply = await sendRaw(gateway.port, head);
    expect(reply.status).toBe(431);
    expect(reply.json()).toMatchObject({ Code: 'RequestHeadersTooLarge', code: 3 });
  });

  test('an address without end', async () => {
    const reply = await sendRaw(gateway.port, `GET /?a=${'a'.repeat(129 * 1024)} HTTP/1.1\r\n\r\n`);
    expect(reply.status).toBe(431);
  });

  test('a body whose length is said in two ways', async () => {
    const head =
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n';
    expect((await sendRaw(gateway.port, `${head}0\r\n\r\n`)).status).toBe(400);
  });

  test('a request that never comes to its end', async () => {
    const impatient = await startTestGateway({ timeouts: { headers: 50, request: 100 } });
    for (const head of [
      'POST / HTT',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nhalf',
    ]) {
      const reply = await sendRaw(impatient.port, head);
      expect([reply.status, reply.json().Code]).toEqual([408, 'RequestTimeout']);
    }
    await impatient.close();
  });

  test('an expectation that is not known', async () => {
    const head = 'POST / HTTP/1.1\r\nhost: a\r\nexpect: wonders\r\ncontent-length: 0\r\n\r\n';
    const reply = await sendRaw(gateway.port, head);
    expect([reply.status, reply.json().Code]).toEqual([417, 'ExpectationFailed']);
  });

  test('a method nobody has heard of', async () => {
    const reply = await sendRaw(gateway.port, 'BREW / HTTP/1.1\r\nhost: a\r\n\r\n');
    expect(reply.json().Code).toBe('InvalidHttpRequest');
    const known = await send(gateway.port, { method: 'PROPFIND' });
    expect([known.status, known.json().Code]).toEqual([400, 'UnsupportedHTTPMethod']);
  });
});

describe('a request', () => {
  test('that waits to be told to go on is told so, as PHP clients do', async () => {
    const { headers, body } = call();
    const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
    const length = String(body).length;
    const head = ['POST / HTTP/1.1', ...lines, `content-length: ${length}`, 'expect: 100-continue'];
    const socket = connectPlain(gateway.port, '127.0.0.1');
    socket.write(`${head.join('\r\n')}\r\nconnection: close\r\n\r\n`);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 100 Continue/);
    socket.write(String(body));
    const rest: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) rest.push(chunk);
    expect(Buffer.concat(rest).toString()).toContain('"Code":"200"');
  });

  test('that breaks off in its body is no fault of the gateway', async () => {
    const before = gateway.served.length;
    const { headers } = call();
    const request = httpRequest({
      port: gateway.port,
      method: 'POST',
      headers: { ...(headers as Record<string, string>), 'content-length': 1000 },
    });
    request.on('error', () => undefined);
    request.write('SourceImageType=');
    await once(request, 'socket');
    await new Promise<void>((resolve) =>
      request.write('FacePic', () => {
        resolve();
      }),
    );
    request.destroy();
    await expect.poll(() => gateway.served.slice(before)).toMatchObject([{ code: 'gone' }]);
    expect(gateway.served.at(-1)).not.toHaveProperty('error');
    expect((await send(gateway.port, call())).json().Code).toBe('200');
  });

  test('that does not fit beside the others is told at once that the gateway is busy', async () => {
    const small = await startTestGateway({ heldBytes: 100_000 });
    const large = tencentCall([['imageA', Buffer.alloc(60_000)]]);
    const first = httpRequest({
      ...{ port: small.port, method: 'POST', path: '/face/compare' },
      headers: { 'content-type': 'multipart/form-data', 'content-length': 70_000 },
    });
    first.on('error', () => undefined);
    first.write(Buffer.alloc(60_000));
    const metrics = async (): Promise<string> =>
      (await fetch(`${small.watchAddress}/metrics`)).text();
    await expect.poll(metrics).toContain('witness_gateway_held_bytes 60000');
    const reply = await send(small.port, large);
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    first.destroy();
    await expect.poll(metrics).toContain('witness_gateway_held_bytes 0');
    expect((await send(small.port, large)).json().code).toBe(-1400);
    await small.close();
  });

  test('of CompareFaces that finds too many waiting is told to come back', async () => {
    let release = (): void => undefined;
    let entered = 0;
    const engine: CompareEngine = engineThat(
      () =>
        new Promise((resolve) => {
          entered += 1;
          const before = release;
          release = () => {
            before();
            resolve(someResult);
          };
        }),
    );
    const busy = await startTestGateway({ engine, settings: { queue: { waiting: 0 } } });
    const held = [send(busy.port, call()), send(busy.port, call())];
    await expect.poll(() => entered).toBe(2);
    const reply = await send(busy.port, call());
    expect([reply.status, reply.json().Code]).toEqual([503, 'ServiceUnavailable']);
    expect(reply.headers['x-acs-retry-after']).toBe('1000');
    release();
    for (const one of await Promise.all(held)) expect(one.json().Code).toBe('200');
    await busy.close();
  });

  test('whose caller went away while it waited is not compared', async () => {
    const compared: string[] = [];
    let release = (): void => undefined;
    const engine = engineThat(async () => {
      compared.push('one');
      await new Promise<void>((resolve) => {
        const before = release;
        release = () => {
          before();
          resolve();
        };
      });
      return someResult;
    });
    const busy = await startTestGateway({ engine, settings: { queue: { waiting: 1 } } });
    const held = [send(busy.port, call()), send(busy.port, call())];
    await expect.poll(() => compared.length).toBe(2);
    const { headers, body } = call();
    const waiting = httpRequest({
      ...{ port: busy.port, method: 'POST' },
      headers: headers as Record<string, string>,
    });
    waiting.on('error', () => undefined);
    waiting.end(body);
    const waits = async (): Promise<string> => (await fetch(`${busy.watchAddress}/metrics`)).text();
    await expect.poll(waits).toContain('witness_gateway_queue{state="waiting"} 1');
    waiting.destroy();
    // The server has to see the connection end before its turn comes.
    await new Promise((resolve) => setImmediate(resolve));
    await expect.poll(async () => (await send(busy.port, call())).status).toBe(503);
    release();
    await Promise.all(held);
    await expect.poll(() => busy.served.map(({ code }) => code)).toContain('gone');
    expect(compared).toHaveLength(2);
    await busy.close();
  });
});

describe('closing', () => {
  test('lets what is being compared be answered', async () => {
    let release = (): void => undefined;
    let isComparing = false;
    const engine = engineThat(async () => {
      isComparing = true;
      await new Promise<void>((resolve) => (release = resolve));
      return someResult;
    });
    const other = await startTestGateway({ engine });
    const reply = send(other.port, call());
    await expect.poll(() => isComparing).toBe(true);
    const closed = other.close();
    release();
    expect((await reply).json().Code).toBe('200');
    await closed;
  });

  test('frees the ports', async () => {
    const first = await startTestGateway();
    const { port } = first;
    await first.close();
    const second = await startTestGateway({ settings: { port } });
    expect(second.port).toBe(port);
    await second.close();
  });
});

describe('who is served', () => {
  test('only this machine, at both of its addresses, unless told otherwise', async () => {
    const usual = await startTestGateway({ settings: { host: 'localhost' } });
    expect(usual.address).toBe(`http://localhost:${usual.port}`);
    expect((await send(usual.port, call())).json().Code).toBe('200');
    const reply = await fetch(`http://[::1]:${usual.port}/nowhere`).catch(() => undefined);
    // A machine without IPv6 has no second address.
    if (reply !== undefined) expect(reply.status).toBe(404);
    await usual.close();
  });

  test.each(['0.0.0.0', '::', '192.0.2.1', 'gateway.example'])(
    'nobody at %s without TLS',
    async (host) => {
      await expect(startTestGateway({ settings: { host } })).rejects.toMatchObject({
        code: 'gateway.tls-required',
        data: { host },
      });
    },
  );

  test('nobody on a port that is taken', async () => {
    const { port } = gateway;
    await expect(startTestGateway({ settings: { port } })).rejects.toMatchObject({
      code: 'gateway.port-taken',
      data: { port },
    });
    const metricsPort = Number(new URL(gateway.watchAddress).port);
    await expect(startTestGateway({ settings: { metricsPort } })).rejects.toMatchObject({
      code: 'gateway.port-taken',
    });
  });
});

describe('TLS', () => {
  const { certificate, key } = makeSelfSigned();
  let folder: string;
  let tls: { readonly cert: string; readonly key: string };
  let secure: TestGateway;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'witness-certificate-'));
    tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
    await writeFile(tls.cert, certificate);
    await writeFile(tls.key, key);
    secure = await startTestGateway({ settings: { host: '0.0.0.0', tls } });
  });

  afterAll(async () => {
    await secure.close();
    await rm(folder, { recursive: true });
  });

  test('serves both APIs', async () => {
    expect(secure.address).toBe(`https://0.0.0.0:${secure.port}`);
    const one = await send(secure.port, { ...call(), ca: certificate });
    expect(one.json().Code).toBe('200');
    const other = tencentCall([
      ['imageA', red],
      ['imageB', red],
    ]);
    expect((await send(secure.port, { ...other, ca: certificate })).json().code).toBe(0);
  });

  test('takes a handshake that comes in pieces', async () => {
    const socket = connectTls({ port: secure.port, host: '127.0.0.1', ca: certificate });
    await once(socket, 'secureConnect');
    socket.end('GET /nowhere HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 404 /);
  });

  test('InvalidProtocol.NeedSsl for plain HTTP', async () => {
    const reply = await send(secure.port, call());
    expect([reply.status, reply.json().Code]).toEqual([400, 'InvalidProtocol.NeedSsl']);
    expect(reply.json()).toMatchObject({ code: 3 });
    expect(secure.served.at(-1)).toMatchObject({ code: 'InvalidProtocol.NeedSsl' });
  });

  test('needs files that are a certificate and its key', async () => {
    const other = makeSelfSigned();
    const otherKey = join(folder, 'other.pem');
    await writeFile(otherKey, other.key);
    for (const wrong of [
      { ...tls, key: otherKey },
      { ...tls, cert: join(folder, 'none.pem') },
      { ...tls, cert: tls.key },
    ]) {
      await expect(startTestGateway({ settings: { tls: wrong } })).rejects.toMatchObject({
        code: 'gateway.certificate-unusable',
      });
    }
  });
});

describe('watching', () => {
  test('says how many were answered with which code, how long they took, and who waits', async () => {
    const watched = await startTestGateway({ engine: colourEngine(), engineRestarts: () => 3 });
    await send(watched.port, call());
    await send(watched.port, { path: '/nowhere' });
    await sendRaw(watched.port, 'rubbish\r\n\r\n');
    const reply = await fetch(`${watched.watchAddress}/metrics`);
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await reply.text();
    for (const line of [
      'witness_gateway_requests_total{api="cloudauth",code="200"} 1',
      'witness_gateway_requests_total{api="none",code="InvalidApi.NotFound"} 1',
      'witness_gateway_requests_total{api="none",code="InvalidHttpRequest"} 1',
      'witness_gateway_request_duration_seconds_count{api="cloudauth"} 1',
      'witness_gateway_queue{state="waiting"} 0',
      'witness_gateway_queue{state="comparing"} 0',
      'witness_engine_restarts_total 3',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    await watched.close();
  });

  test('says whether the gateway could answer', async () => {
    const watched = await startTestGateway();
    const health = (): Promise<Response> => fetch(`${watched.watchAddress}/healthz`);
    expect(await (await health()).json()).toEqual({ status: 'ok' });
    await rm(join(watched.folder, 'seen'), { recursive: true });
    expect((await health()).status).toBe(503);
    await watched.close();
  });

  test('is not to be had on the port of the APIs', async () => {
    for (const path of ['/healthz', '/metrics']) {
      expect((await send(gateway.port, { method: 'GET', path })).status).toBe(404);
    }
  });
});
