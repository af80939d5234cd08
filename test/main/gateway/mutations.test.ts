import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareFacesCatalogue } from '../../../main/compare/compare-faces-error.ts';
import { refusalCatalogue } from '../../../main/gateway/cloudauth-refusal.ts';
import { tencentCatalogue } from '../../../main/gateway/tencent-refusal.ts';
import { transportFailures } from '../../../main/gateway/transport-failure.ts';
import { picture } from './support/colour-engine.ts';
import { send, sendRaw, type Received, type Sent } from './support/send.ts';
import {
  acs3Call,
  formOf,
  imageParameters,
  rpcParameters,
  rpcSignatureOf,
  tencentAuthorization,
  tencentCall,
} from './support/sign.ts';
import { capturedPair } from './captured/tencent-requests.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

let gateway: TestGateway;
let red: Buffer;
let green: Buffer;

beforeAll(async () => {
  gateway = await startTestGateway({ timeouts: { headers: 100, request: 300 } });
  red = await picture('#f00', { width: 16, height: 16 });
  green = await picture('#0f0', { width: 16, height: 16 });
});

afterAll(() => gateway.close());

/** CloudAuth's codes and what HTTP status each has. */
const statusOfCode = new Map<string, number>([
  ...Object.entries(compareFacesCatalogue).map(
    ([code, entry]) => [code, entry.httpStatus] as const,
  ),
  ...Object.entries(refusalCatalogue).map(([code, entry]) => [code, entry.httpStatus] as const),
  ...Object.values(transportFailures).map(([status, code]) => [code, status] as const),
]);

const codeOf = (reply: Received): string =>
  /<Code>([^<]*)<\/Code>/.exec(reply.body)?.[1] ?? reply.json().Code;

/** Whatever came of a request of CompareFaces, it was said in a documented way, and was no fault of ours. */
const expectDocumented = (reply: Received): void => {
  if (reply.status === 200) return;
  const code = codeOf(reply);
  expect([code, reply.status]).toEqual([code, statusOfCode.get(code)]);
  expect(reply.status).toBeLessThan(500);
};

const expectDocumentedTencent = (reply: Received): void => {
  const { code } = reply.json();
  if (code === 0) return;
  expect(Object.keys(tencentCatalogue)).toContain(String(code));
  expect(reply.status).toBeLessThan(500);
};

/** One way of spoiling bytes. */
type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (bytes: Buffer, where: number): number => Math.floor(where * bytes.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([where, mask]): Mutation => (bytes) => {
    const changed = Buffer.from(bytes);
    const index = at(bytes, where);
    changed[index] = (changed[index] ?? 0) ^ mask;
    return changed;
  }),
  fc
    .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 12 }))
    .map(([where, more]): Mutation => (bytes) => {
      const index = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, index), more, bytes.subarray(index)]);
    }),
  fc.tuple(place, fc.integer({ min: 1, max: 40 })).map(([where, count]): Mutation => (bytes) => {
    const index = at(bytes, where);
    return Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + count)]);
  }),
  place.map(
    (where): Mutation =>
      (bytes) =>
        bytes.subarray(0, at(bytes, where)),
  ),
  fc.tuple(place, place).map(([from, to]): Mutation => (bytes) => {
    const [start = 0, end = 0] = [at(bytes, from), at(bytes, to)].sort((a, b) => a - b);
    const part = bytes.subarray(start, end);
    return Buffer.concat([bytes.subarray(0, end), part, bytes.subarray(end)]);
  }),
);

const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });
const spoil = (bytes: Buffer, how: readonly Mutation[]): Buffer =>
  how.reduce((spoilt, one) => one(spoilt), bytes);

/** The parameters of a form, decoded, in no order. */
const decoded = (...forms: readonly string[]): string =>
  JSON.stringify(forms.flatMap((form) => [...new URLSearchParams(form)]).sort());

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a spoilt request of CompareFaces is refused in a documented way', () => {
  const signedForm = (): string => {
    const parameters = { ...rpcParameters(), ...imageParameters(red, green) };
    return formOf({ ...parameters, Signature: rpcSignatureOf(parameters) });
  };

  test('with everything in the body', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const form = signedForm();
        const body = spoilt(form, how);
        const reply = await send(gateway.port, { headers: formType, body });
        expectDocumented(reply);
        // What decodes to the same is the same request.
        if (reply.status === 200) expect(decoded(body.toString())).toBe(decoded(form));
      }),
      { numRuns: 400 },
    );
  });

  test('with everything in the address', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const form = signedForm();
        // What a client could not put into a request line at all is left out.
        const query = spoilt(form, how)
          .toString('latin1')
          .replace(/[^\x21-\x7e]/g, '');
        const reply = await send(gateway.port, { path: `/?${query}` });
        expectDocumented(reply);
        if (reply.status === 200) {
          expect(decoded(query.split('#', 1)[0] ?? '')).toBe(decoded(form));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('with a parameter twice, wherever', async () => {
    await fc.assert(
      fc.asyncProperty(place, fc.boolean(), async (where, inAddress) => {
        const form = signedForm();
        const pairs = form.split('&');
        const pair = pairs[Math.floor(where * pairs.length)] ?? '';
        const sent = inAddress
          ? { path: `/?${pair}`, body: form, headers: formType }
          : { body: `${form}&${pair}`, headers: formType };
        expect(codeOf(await send(gateway.port, sent))).toBe('InvalidParameter.Repeated');
      }),
      { numRuns: 60 },
    );
  });

  test('but not for the order of its parameters, nor for which are in the address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 13, maxLength: 13 }), async (keys) => {
        const pairs = signedForm().split('&');
        const mixed = pairs
          .map((pair, index) => ({ pair, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key);
        const [address, body] = [
          mixed.filter(({ key }) => key < 0.5),
          mixed.filter(({ key }) => key >= 0.5),
        ].map((some) => some.map(({ pair }) => pair).join('&'));
        const sent = { path: `/?${address ?? ''}`, body: body ?? '', headers: formType };
        expect((await send(gateway.port, sent)).json().Data.SimilarityScore).toBe(12.5);
      }),
      { numRuns: 60 },
    );
  });

  test('with the newer signature', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const call = acs3Call(imageParameters(red, green));
        const body = spoilt(String(call.body), how);
        const reply = await send(gateway.port, { ...call, body });
        expectDocumented(reply);
        if (reply.status === 200) expect(body.toString()).toBe(call.body);
      }),
      { numRuns: 300 },
    );
  });

  test('with a spoilt header', async () => {
    const names = [
      'authorization',
      'x-acs-date',
      'x-acs-action',
      'x-acs-signature-nonce',
      'host',
      'content-type',
      'x-acs-content-sha256',
      'x-acs-version',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), mutations, async (name, how) => {
        const call = acs3Call(imageParameters(red, green));
        const before = String(call.headers?.[name]);
        // What a client could not put into a header at all is left out.
        const after = spoilt(before, how)
          .toString('latin1')
          .replace(/[^\x20-\x7e]/g, '')
          .trim();
        const reply = await send(gateway.port, {
          ...call,
          headers: { ...call.headers, [name]: after },
        });
        expectDocumented(reply);
        if (reply.status === 200) expect(after).toBe(before);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a spoilt request of face/compare is refused in a documented way', () => {
  const call = (authorization?: string): Sent =>
    tencentCall(
      [
        ['imageA', red],
        ['imageB', green],
      ],
      authorization,
    );

  test('with a spoilt body, for which the signature does not stand', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const one = call();
        const body = spoil(Buffer.from(one.body ?? ''), how);
        const reply = await send(gateway.port, { ...one, body });
        expectDocumentedTencent(reply);
        // Red and green are different, and a picture that is spoilt is no longer one.
        if (reply.json().code === 0)
          expect([12.5, 98.7913]).toContain(reply.json().data.similarity);
      }),
      { numRuns: 500 },
    );
  });

  test('as JSON', async () => {
    const { path, headers } = call();
    const body = Buffer.from(
      JSON.stringify({
        appid: capturedPair.appId,
        urlA: 'http://a.example/',
        urlB: 'http://b.example/',
      }),
    );
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const reply = await send(gateway.port, {
          ...(path !== undefined && { path }),
          headers: { ...headers, 'content-type': 'application/json' },
          body: spoil(body, how),
        });
        expectDocumentedTencent(reply);
        expect(reply.json().code).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('with a spoilt signature', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const bytes = Buffer.from(tencentAuthorization(), 'base64');
        const changed = spoil(bytes, how);
        const reply = await send(gateway.port, call(changed.toString('base64')));
        expectDocumentedTencent(reply);
        if (reply.json().code === 0) expect(changed).toEqual(bytes);
      }),
      { numRuns: 400 },
    );
  });

  test('with parts in another order, as right as before', async () => {
    const parts = [
      ['imageA', red],
      ['imageB', green],
      ['bucket', 'b'],
      ['other', 'x'],
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...parts], { minLength: 4 }), async (order) => {
        expect((await send(gateway.port, tencentCall(order))).json().data.similarity).toBe(12.5);
      }),
      { numRuns: 40 },
    );
  });

  test('with a spoilt content type', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (how) => {
        const one = call();
        const before = String(one.headers?.['content-type']);
        const after = spoilt(before, how)
          .toString('latin1')
          .replace(/[^\x20-\x7e]/g, '');
        const headers = { ...one.headers, 'content-type': after };
        expectDocumentedTencent(await send(gateway.port, { ...one, headers }));
      }),
      { numRuns: 200 },
    );
  });
});

test('spoilt bytes on the wire are answered, and nothing of them is a fault of ours', async () => {
  const wire = (path: string, { headers = {}, body = '' }: Sent): Buffer => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
    const head = [`POST ${path} HTTP/1.1`, ...lines, 'connection: close'];
    head.push(`content-length: ${Buffer.byteLength(body)}`, '', '');
    return Buffer.concat([Buffer.from(head.join('\r\n')), Buffer.from(body)]);
  };
  await fc.assert(
    fc.asyncProperty(fc.boolean(), mutations, async (isTencent, how) => {
      const request = isTencent
        ? wire('/face/compare', {
            ...tencentCall([['imageA', red]]),
            headers: { host: 'a', ...tencentCall([]).headers },
          })
        : wire('/', acs3Call(imageParameters(red, green)));
      // Only the head is spoilt here: bodies had their turn above.
      const end = request.indexOf('\r\n\r\n') + 4;
      const spoiltHead = spoil(request.subarray(0, end), how);
      const reply = await sendRaw(gateway.port, Buffer.concat([spoiltHead, request.subarray(end)]));
      // A connection on which nothing was understood may just end.
      if (reply.status !== 0) expect(reply.status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
  expect(gateway.served.filter(({ status }) => status >= 500)).toEqual([]);
}, 120_000);

/** A text, spoilt as bytes. */
const spoilt = (text: string, how: readonly Mutation[]): Buffer => spoil(Buffer.from(text), how);
