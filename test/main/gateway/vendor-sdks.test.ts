import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type cloudauthExports from '@alicloud/cloudauth20190307';
import { $OpenApiUtil, ClientError, ThrottlingError } from '@alicloud/openapi-core';
import RPCClient from '@alicloud/pop-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calibrationFolders } from '../../../main/settings/calibration-folders.ts';
import { modelsDirectory } from '../../../main/settings/product-root.ts';
import type { ImageType } from '../../../main/face/types.ts';
import { openLocalEngine, type OpenLocalEngine } from '../../../main/station/open-local-engine.ts';
import { cameraFrameOf, chipPhotoOf, sampleFaces } from '../face/sample-faces.ts';
import { capturedKey } from './captured/cloudauth-calls.ts';
import { capturedPair, capturedRequests } from './captured/tencent-requests.ts';
import { picture } from './support/colour-engine.ts';
import { startRecordingRelay } from './support/recording-relay.ts';
import { send, sendRaw, type Received } from './support/send.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

/** As much of the vendor's class as is used; it comes without types. */
interface ImageClient {
  setProtocol(protocol: string): ImageClient;
  setHost(host: string): ImageClient;
  faceCompare(request: {
    readonly formData?: Readonly<Record<string, unknown>>;
    readonly data?: Readonly<Record<string, unknown>>;
    readonly headers?: Readonly<Record<string, string>>;
  }): Promise<{ readonly statusCode: number; readonly body: string }>;
}

// As programs written for Node load them: the runner would unwrap their default exports.
const require = createRequire(import.meta.url);
const cloudauth = require('@alicloud/cloudauth20190307') as typeof cloudauthExports;
const { ImageClient } = require('image-node-sdk') as {
  readonly ImageClient: new (pair: object) => ImageClient;
};

let local: OpenLocalEngine;
let gateway: TestGateway;
let anna: Buffer;
let annaOnHerCard: Buffer;
let berta: Buffer;
let nobody: Buffer;

beforeAll(async () => {
  local = await openLocalEngine({
    modelsDirectory: modelsDirectory(),
    calibrations: calibrationFolders(),
    population: 'everyone',
    threads: 1,
  });
  gateway = await startTestGateway({ engine: local.engine });
  [anna, annaOnHerCard, berta, nobody] = (
    await Promise.all([
      cameraFrameOf(sampleFaces.anna1),
      chipPhotoOf(sampleFaces.anna3),
      cameraFrameOf(sampleFaces.berta4),
      picture('grey', { width: 640, height: 480 }),
    ])
  ).map((bytes) => Buffer.from(bytes)) as [Buffer, Buffer, Buffer, Buffer];
});

afterAll(async () => {
  await gateway.close();
  local.close();
});

/** What the engine itself says, cut off after four decimals. */
const scoreOf = async (photograph: Buffer, type: ImageType = 'IDPic'): Promise<number> => {
  const target = { type, image: annaOnHerCard } as const;
  const source = { type: 'FacePic', image: photograph } as const;
  const { similarityScore } = await local.engine.compareFaces({ source, target });
  return Number(/^\d+\.?\d{0,4}/.exec(String(similarityScore))?.[0]);
};

const thresholds = '{"0.0001":"90.00","0.001":"80.00","0.01":"70.00"}';
const base64 = (image: Buffer): string => `base64://${image.toString('base64')}`;

interface PopReply {
  readonly Data: { readonly SimilarityScore: number; readonly ConfidenceThresholds: string };
}

const popCompare = (
  source: Buffer,
  {
    apiVersion = '2018-09-16',
    codes,
    secret = capturedKey.secret,
    port = gateway.port,
    method = 'POST',
  }: {
    readonly apiVersion?: string;
    readonly codes?: string[];
    readonly secret?: string;
    readonly port?: number;
    readonly method?: string;
  } = {},
): Promise<PopReply> =>
  new RPCClient({
    accessKeyId: capturedKey.id,
    accessKeySecret: secret,
    endpoint: `http://127.0.0.1:${port}`,
    apiVersion,
    ...(codes !== undefined && { codes }),
  }).request<PopReply>(
    'CompareFaces',
    {
      RegionId: 'cn-hangzhou',
      SourceImageType: 'FacePic',
      SourceImageValue: base64(source),
      TargetImageType: 'IDPic',
      TargetImageValue: base64(annaOnHerCard),
    },
    { method, timeout: 20_000 },
  );

type Reply = Awaited<ReturnType<InstanceType<typeof cloudauth.default>['compareFaces']>>;

const sdkCompare = (
  source: Buffer,
  {
    secret = capturedKey.secret,
    signatureAlgorithm,
    port = gateway.port,
  }: {
    readonly secret?: string;
    readonly signatureAlgorithm?: string;
    readonly port?: number;
  } = {},
): Promise<Reply> =>
  new cloudauth.default(
    new $OpenApiUtil.Config({
      accessKeyId: capturedKey.id,
      accessKeySecret: secret,
      endpoint: `127.0.0.1:${port}`,
      protocol: 'HTTP',
      readTimeout: 20_000,
      connectTimeout: 20_000,
      ...(signatureAlgorithm !== undefined && { signatureAlgorithm }),
    }),
  ).compareFaces(
    new cloudauth.CompareFacesRequest({
      sourceImageType: 'FacePic',
      sourceImageValue: base64(source),
      targetImageType: 'IDPic',
      targetImageValue: base64(annaOnHerCard),
    }),
  );

const imageClient = (SecretKey: string = capturedPair.secretKey): ImageClient =>
  new ImageClient({ AppId: capturedPair.appId, SecretId: capturedPair.secretId, SecretKey })
    .setProtocol('http:')
    .setHost(`127.0.0.1:${gateway.port}`);

/** A web server with a few photographs. */
const startPhotographServer = async (
  photographs: Readonly<Record<string, Buffer>>,
): Promise<{ readonly origin: string; readonly close: () => void }> => {
  const server = createServer((request, response) => {
    response.end(photographs[request.url ?? '']);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
};

const multipart = { 'content-type': 'multipart/form-data' };

const caught = async (promise: Promise<unknown>): Promise<Record<string, unknown>> =>
  promise.then(
    () => ({}),
    (error: unknown) => error as Record<string, unknown>,
  );

describe('@alicloud/pop-core', () => {
  test('has the engine’s score in version 2018-09-16, told of the code 1', async () => {
    for (const photograph of [anna, berta]) {
      const { Data } = await popCompare(photograph, { codes: ['1'] });
      expect(Data.SimilarityScore).toBe(await scoreOf(photograph));
      expect(Data.ConfidenceThresholds).toBe(thresholds);
    }
    expect(await scoreOf(anna)).toBeGreaterThan(80);
    expect(await scoreOf(berta)).toBeLessThan(70);
  });

  test('not told of the code 1 rejects it, as with the real service', async () => {
    const error = await caught(popCompare(anna));
    expect(error).toMatchObject({ name: '1Error', data: { Success: true } });
  });

  test('has it in version 2019-03-07 as it is', async () => {
    const { Data } = await popCompare(anna, { apiVersion: '2019-03-07' });
    expect(Data.SimilarityScore).toBe(await scoreOf(anna));
  });

  test('has it with everything in the address, by POST and, where it is allowed, by GET', async () => {
    const anyMethod = await startTestGateway({
      engine: local.engine,
      settings: { cloudauth: { allowGet: true } },
    });
    for (const method of ['post', 'GET']) {
      const apiVersion = '2019-03-07';
      const { Data } = await popCompare(anna, { apiVersion, method, port: anyMethod.port });
      expect(Data.SimilarityScore).toBe(await scoreOf(anna));
    }
    await anyMethod.close();
  });

  test('rejects with the code of a photograph without a face', async () => {
    const error = await caught(popCompare(nobody, { codes: ['1'] }));
    expect(error).toMatchObject({ code: 'Error.NoFaceDetected' });
  });

  test('rejects with the code of a wrong secret', async () => {
    const error = await caught(popCompare(anna, { secret: 'a wrong secret' }));
    expect(error).toMatchObject({ code: 'SignatureDoesNotMatch' });
  });
});

describe.each([
  ['as it comes (ACS3)', undefined],
  ['with signature v2', 'v2'],
] as const)('@alicloud/cloudauth20190307 %s', (_, signatureAlgorithm) => {
  const algorithm = signatureAlgorithm === undefined ? {} : { signatureAlgorithm };

  test('has the engine’s score', async () => {
    for (const photograph of [anna, berta]) {
      const { statusCode, body } = await sdkCompare(photograph, algorithm);
      expect([statusCode, body?.code, body?.success]).toEqual([200, '200', true]);
      expect(body?.data?.similarityScore).toBe(await scoreOf(photograph));
      expect(body?.data?.confidenceThresholds).toBe(thresholds);
    }
  });

  test('throws its ClientError for a photograph without a face', async () => {
    const error = await caught(sdkCompare(nobody, algorithm));
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ code: 'Error.NoFaceDetected', statusCode: 400 });
    expect(error['requestId']).toMatch(/^[0-9A-F-]{36}$/);
  });

  test('throws its ClientError for a wrong secret', async () => {
    const error = await caught(sdkCompare(anna, { ...algorithm, secret: 'a wrong secret' }));
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ code: 'SignatureDoesNotMatch', statusCode: 400 });
  });

  test('throws its ThrottlingError, with the wait, for too many requests', async () => {
    const slow = await startTestGateway({
      engine: local.engine,
      settings: { rate: { requests: 1, seconds: 600 } },
    });
    await sdkCompare(anna, { ...algorithm, port: slow.port });
    const error = await caught(sdkCompare(anna, { ...algorithm, port: slow.port }));
    expect(error).toBeInstanceOf(ThrottlingError);
    expect(error).toMatchObject({ code: 'Throttling.User' });
    expect(error['retryAfter']).toSatisfy((ms: number) => ms > 0 && ms <= 600_000);
    await slow.close();
  });
});

describe('a request of an SDK that is sent again', () => {
  /** Lets an SDK send its request through a relay of its own, and sends what came through once more. */
  const twice = async (compare: (port: number) => Promise<unknown>): Promise<Received> => {
    const own = await startRecordingRelay(gateway.port);
    await compare(own.port);
    own.close();
    const [request = Buffer.alloc(0)] = own.connections;
    return sendRaw(gateway.port, closing(request));
  };

  test.each([
    ['@alicloud/pop-core', (port: number) => popCompare(anna, { codes: ['1'], port })],
    ['@alicloud/cloudauth20190307', (port: number) => sdkCompare(anna, { port })],
    [
      '@alicloud/cloudauth20190307 with v2',
      (port: number) => sdkCompare(anna, { signatureAlgorithm: 'v2', port }),
    ],
  ] as const)('of %s is refused', async (_, compare) => {
    const reply = await twice(compare);
    expect([reply.status, reply.json().Code]).toEqual([400, 'SignatureNonceUsed']);
  });

  test('of image-node-sdk is answered again, as its signature allows', async () => {
    const formData = { imageA: anna, imageB: annaOnHerCard };
    const reply = await twice(async (port) => {
      const client = imageClient().setHost(`127.0.0.1:${port}`);
      const first = await client.faceCompare({ formData, headers: multipart });
      expect(JSON.parse(first.body)).toMatchObject({ code: 0 });
    });
    expect(reply.json().code).toBe(0);
  });
});

/** A recorded request, which is to be the last of its connection: neither scheme signs that header. */
const closing = (request: Buffer): Buffer => {
  const text = request.toString('latin1');
  const [head = ''] = text.split('\r\n\r\n', 1);
  const lines = head.split('\r\n').filter((line) => !/^connection:/i.test(line));
  const body = text.slice(head.length);
  return Buffer.from(`${[...lines, 'connection: close'].join('\r\n')}${body}`, 'latin1');
};

describe('image-node-sdk', () => {
  test('has the engine’s score for two pictures, as bytes and as streams', async () => {
    const stream = (bytes: Buffer, filename: string): object => ({
      value: Readable.from([bytes]),
      options: { filename, contentType: 'image/jpeg', knownLength: bytes.length },
    });
    for (const formData of [
      { imageA: anna, imageB: annaOnHerCard },
      { imageA: stream(anna, 'a.jpg'), imageB: stream(annaOnHerCard, 'b.jpg') },
    ]) {
      const { statusCode, body } = await imageClient().faceCompare({
        formData,
        headers: multipart,
      });
      expect(statusCode).toBe(200);
      expect(JSON.parse(body)).toEqual({
        data: {
          similarity: await scoreOf(anna, 'FacePic'),
          session_id: expect.any(String) as string,
        },
        code: 0,
        message: 'OK',
      });
    }
  });

  test('has it for two addresses, where photographs may be fetched', async () => {
    const photographs = await startPhotographServer({
      '/anna.jpg': anna,
      '/card.jpg': annaOnHerCard,
    });
    const fetching = await startTestGateway({
      engine: local.engine,
      settings: { urlImages: { enabled: true, allowedNetworks: ['127.0.0.1/32'] } },
    });
    const client = imageClient().setHost(`127.0.0.1:${fetching.port}`);
    const { origin } = photographs;
    const data = { urlA: `${origin}/anna.jpg`, urlB: `${origin}/card.jpg` };
    expect(JSON.parse((await client.faceCompare({ data })).body)).toMatchObject({ code: 0 });
    await fetching.close();
    photographs.close();
  });

  test('reads why there is none', async () => {
    const compare = async (a: Buffer, secret?: string): Promise<unknown> => {
      const formData = { imageA: a, imageB: annaOnHerCard };
      const reply = await imageClient(secret).faceCompare({ formData, headers: multipart });
      return JSON.parse(reply.body);
    };
    expect(await compare(anna, 'a wrong secret')).toMatchObject({ code: 14 });
    expect(await compare(nobody)).toMatchObject({ code: -1101, data: { fail_flag: 1 } });
    const half = anna.subarray(0, anna.length / 2);
    expect(await compare(half)).toMatchObject({ code: -1102, data: { fail_flag: 1 } });
  });
});

describe('captured requests of SDKs in other languages', () => {
  test.each(capturedRequests.map((one) => [one.name, one] as const))(
    '%s: only its stubs are at fault',
    async (name, { headers, body, at }) => {
      const then = await startTestGateway({
        engine: local.engine,
        now: () => new Date(at * 1000),
      });
      const sent = { path: '/face/compare', headers, body: Buffer.from(body, 'base64') };
      const { code } = (await send(then.port, sent)).json();
      expect(code).toBe(name.includes('URL') ? -1308 : -1102);
      await then.close();
    },
  );
});

describe('the real engine behind the gateway', () => {
  test('refuses more pixels than may be decoded', async () => {
    const vast = await picture('white', { width: 10_000, height: 5000 });
    const error = await caught(sdkCompare(vast));
    expect(error).toMatchObject({ code: 'InvalidParam.ImageValuePatternError', statusCode: 400 });
  });
});
