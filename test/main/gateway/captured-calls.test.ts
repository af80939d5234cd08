import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acs3Calls,
  capturedAt,
  capturedKey,
  forgedCalls,
  publishedAcs3,
  rpcCalls,
  type CapturedCall,
} from './captured/cloudauth-calls.ts';
import {
  capturedPair,
  capturedRequests,
  capturedSignatures,
  forgedSignatures,
} from './captured/tencent-requests.ts';
import { acs3Signature } from '../../../main/gateway/acs3-signature.ts';
import { readTencentForm } from '../../../main/gateway/tencent-form.ts';
import { readTencentSignature } from '../../../main/gateway/tencent-signature.ts';
import { engineThat, someResult } from './support/colour-engine.ts';
import { send, type Received } from './support/send.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

/** The gateway takes what it is told for the time. */
let now = new Date(capturedAt);
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    now: () => now,
    // The pictures of the captured calls are stubs: here it is signatures that are looked at.
    engine: engineThat(() => Promise.resolve(someResult)),
    settings: { cloudauth: { allowGet: true }, rate: { requests: 10_000 } },
  });
});

afterAll(() => gateway.close());

const replay = ({ method, query, headers, body }: CapturedCall): Promise<Received> =>
  send(gateway.port, { method, path: query === '' ? '/' : `/?${query}`, headers, body });

describe("calls of CompareFaces from the vendor's libraries", () => {
  test.each([...rpcCalls, ...acs3Calls].map((call) => [call.name, call] as const))(
    '%s: its signature holds, once',
    async (_, call) => {
      now = new Date(capturedAt);
      const first = await replay(call);
      const code = first.json().Code;
      if (call.hasToken) expect(code).toBe('InvalidSecurityToken.Malformed');
      // Photographs by address are refused unless the settings allow them; the signature held.
      else if (call.name.includes('addresses')) {
        expect(code).toBe('InvalidParam.ImageValuePatternError');
      } else expect([first.status, first.json().Data.SimilarityScore]).toEqual([200, 98.7913]);
      const second = await replay(call);
      expect([second.status, second.json().Code]).toEqual([400, 'SignatureNonceUsed']);
    },
  );

  test.each([...rpcCalls, ...acs3Calls].map((call) => [call.name, call] as const))(
    '%s: is refused a quarter of an hour before and after',
    async (_, call) => {
      for (const minutes of [-15.02, 15.02]) {
        now = new Date(Date.parse(capturedAt) + minutes * 60_000);
        expect((await replay(call)).json().Code).toBe('InvalidTimeStamp.Expired');
      }
    },
  );

  test.each(forgedCalls.map((call) => [call.name, call] as const))(
    'is refused: %s',
    async (_, call) => {
      now = new Date(capturedAt);
      const reply = await replay(call);
      expect([reply.status, reply.json().Code]).toEqual([400, 'SignatureDoesNotMatch']);
    },
  );

  test('the worked example of ACS3 comes out as published', () => {
    const { query, headers, secret, bodySha256, signature } = publishedAcs3;
    const request = {
      method: 'POST',
      query: new Map(Object.entries(query)),
      signedHeaders: headers,
      bodySha256,
    };
    expect(acs3Signature(request, secret)).toBe(signature);
  });

  test('the key they are signed with is the one the gateway was given', async () => {
    expect((await gateway.keys.list()).map(({ id }) => id)).toContain(capturedKey.id);
  });
});

describe('signatures of face/compare', () => {
  test.each(capturedSignatures.map((one) => [one.name, one] as const))(
    '%s: is read and holds',
    (_, { authorization, fields }) => {
      const signature = readTencentSignature(authorization);
      expect(signature.isSignedWith(capturedPair.secretKey)).toBe(true);
      expect(signature.isSignedWith(`${capturedPair.secretKey}x`)).toBe(false);
      expect([signature.appId, signature.secretId]).toEqual([fields['a'], fields['k']]);
      expect([signature.expires, signature.made].map(String)).toEqual([fields['e'], fields['t']]);
    },
  );

  test.each(forgedSignatures.map((one) => [one.name, one] as const))(
    'is refused: %s',
    async (_, { authorization, codes }) => {
      now = new Date(1_795_217_220_000);
      const body = JSON.stringify({ appid: capturedPair.appId });
      const headers = { authorization, 'content-type': 'application/json' };
      const reply = await send(gateway.port, { path: '/face/compare', headers, body });
      expect(codes).toContain(reply.json().code);
      expect(reply.status).toBe(401);
    },
  );
});

describe('requests of face/compare from four SDKs', () => {
  test.each(capturedRequests.map((one) => [one.name, one] as const))(
    '%s: has its parts found',
    async (name, { headers, body }) => {
      const form = await readTencentForm(Buffer.from(body, 'base64'), headers['content-type']);
      expect(form.get('appid')?.bytes.toString()).toBe(capturedPair.appId);
      const stub = (last: number): Buffer =>
        Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1 + last, 2 + last, 3 + last]);
      for (const [side, last] of [
        ['A', 0],
        ['B', 3],
      ] as const) {
        const image = form.get(`image${side}`)?.bytes;
        const url = form.get(`url${side}`)?.bytes.toString();
        if (image === undefined)
          expect(url).toBe(`http://img.example.com/${side.toLowerCase()}.jpg`);
        else expect([image, url]).toEqual([stub(last), undefined]);
      }
      expect(form.has('imageA')).toBe(!name.includes('two URLs'));
    },
  );
});
