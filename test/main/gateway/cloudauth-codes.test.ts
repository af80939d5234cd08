import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compareFacesCatalogue,
  CompareFacesError,
  type CompareFacesErrorCode,
} from '../../../main/compare/compare-faces-error.ts';
import { EngineError } from '../../../main/engine/engine-error.ts';
import { refusalCatalogue, type RefusalCode } from '../../../main/gateway/cloudauth-refusal.ts';
import { capturedKey } from './captured/cloudauth-calls.ts';
import { engineThat, picture } from './support/colour-engine.ts';
import { send, sendRaw, type Received, type Sent } from './support/send.ts';
import {
  acs3Call,
  formOf,
  imageParameters,
  rpcCall,
  rpcParameters,
  rpcSignatureOf,
  tencentCall,
  timestampOf,
} from './support/sign.ts';
import { startTestGateway, type TestGateway } from './support/test-gateway.ts';

let gateway: TestGateway;
let red: Buffer;
let green: Buffer;
let black: Buffer;

beforeAll(async () => {
  gateway = await startTestGateway();
  [red, green, black] = (await Promise.all(
    ['#f00', '#0f0', '#000'].map((one) => picture(one)),
  )) as [Buffer, Buffer, Buffer];
});

afterAll(() => gateway.close());

/** Every code that some test has seen come out of a gateway. */
const seen = new Set<string>();

const expectCode = (reply: Received, code: CompareFacesErrorCode | RefusalCode): void => {
  const entry = { ...compareFacesCatalogue, ...refusalCatalogue }[code];
  const { Code, Message, RequestId } = reply.json();
  expect({ status: reply.status, Code, Message }).toEqual({
    status: entry.httpStatus,
    Code: code,
    Message: entry.what.en,
  });
  expect(RequestId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(reply.headers['content-type']).toBe('application/json;charset=utf-8');
  seen.add(code);
};

/** Sends a call in both the older and the newer scheme: both must say the same. */
const expectOfBoth = async (
  images: Readonly<Record<string, string>>,
  code: CompareFacesErrorCode,
): Promise<void> => {
  expectCode(await send(gateway.port, rpcCall({ ...rpcParameters(), ...images })), code);
  expectCode(await send(gateway.port, acs3Call(images)), code);
};

describe('a comparison', () => {
  test.each(['2017-09-12', '2017-11-17', '2018-05-04', '2018-07-03', '2018-08-07', '2018-09-16'])(
    'in version %s has the code 1',
    async (Version) => {
      const call = rpcCall({ ...rpcParameters({ Version }), ...imageParameters(red, red) });
      const { Code, Success, Data } = (await send(gateway.port, call)).json();
      expect([Code, Success, Data.SimilarityScore]).toEqual(['1', true, 98.7913]);
    },
  );

  test('in version 2019-03-07 has the code 200, and thresholds as text in text', async () => {
    const reply = await send(gateway.port, acs3Call(imageParameters(red, green)));
    const { Code, Success, Data } = reply.json();
    expect([reply.status, Code, Success, Data.SimilarityScore]).toEqual([200, '200', true, 12.5]);
    expect(Data.ConfidenceThresholds).toBe('{"0.0001":"90.125","0.001":"80.50","0.01":"70.00"}');
  });

  test('takes Base64 in lines, and parameters it does not know', async () => {
    const lines = `base64://${(red.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')}`;
    const images = imageParameters(red, red, { SourceImageValue: lines, BizType: 'hotel' });
    const { Code } = (await send(gateway.port, rpcCall({ ...rpcParameters(), ...images }))).json();
    expect(Code).toBe('200');
  });

  test('answers in XML where the older scheme does not ask for JSON', async () => {
    for (const Format of [undefined, 'XML', 'xml']) {
      const call = rpcCall({ ...rpcParameters({ Format }), ...imageParameters(red, red) });
      const reply = await send(gateway.port, call);
      expect(reply.headers['content-type']).toBe('text/xml;charset=utf-8');
      expect(reply.body).toMatch(
        /^<\?xml version='1.0' encoding='UTF-8'\?><CompareFacesResponse><RequestId>[0-9A-F-]{36}<\/RequestId><Success>true<\/Success><Code>200<\/Code>/,
      );
      expect(reply.body).toContain('{&quot;0.0001&quot;:&quot;90.125&quot;,');
    }
  });

  test('is refused in XML too, and the host that was called cannot break it', async () => {
    const call = rpcCall({ ...rpcParameters({ Format: 'XML' }) }, 'a wrong secret');
    const reply = await send(gateway.port, {
      ...call,
      headers: { ...call.headers, host: '<&"\u0085>' },
    });
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toBe('text/xml;charset=utf-8');
    expect(reply.body).toMatch(/^<\?xml .*<Error><RequestId>.*<Code>SignatureDoesNotMatch<\/Code>/);
    expect(reply.body).toContain('<HostId>&lt;&amp;&quot;');
  });
});

describe('the codes of the CompareFaces page', () => {
  test('InvalidParam.ImageTypeEmpty', async () => {
    for (const SourceImageType of [undefined, '']) {
      await expectOfBoth(
        imageParameters(red, red, { SourceImageType }),
        'InvalidParam.ImageTypeEmpty',
      );
    }
    await expectOfBoth({}, 'InvalidParam.ImageTypeEmpty');
  });

  test('InvalidParam.ImageTypeInvalid', async () => {
    const images = imageParameters(red, red, { TargetImageType: 'facepic' });
    await expectOfBoth(images, 'InvalidParam.ImageTypeInvalid');
  });

  test('InvalidParam.FacePicNotGiven', async () => {
    const images = imageParameters(red, red, { SourceImageType: 'IDPic' });
    await expectOfBoth(images, 'InvalidParam.FacePicNotGiven');
  });

  test('InvalidParam.ParamMissing', async () => {
    for (const TargetImageValue of [undefined, '']) {
      await expectOfBoth(
        imageParameters(red, red, { TargetImageValue }),
        'InvalidParam.ParamMissing',
      );
    }
  });

  test.each([
    ['a data address', 'data:image/png;base64,iVBORw0KGgo='],
    ['a data address in Base64', 'base64://data:image/png;base64,iVBORw0KGgo='],
    ['Base64 that is not', 'base64://iVBOR*=='],
    ['Base64 without its padding', 'base64://iVBORw0KGg'],
    ['nothing in Base64', 'base64://'],
    ['a photograph by address, which is off', 'https://example.com/a.jpg'],
    ['a storage address', 'oss://bucket:path'],
    ['a path', '/etc/passwd'],
    ['no picture', `base64://${Buffer.from('no picture').toString('base64')}`],
  ])('InvalidParam.ImageValuePatternError for %s', async (_, TargetImageValue) => {
    const images = imageParameters(red, red, { TargetImageValue });
    await expectOfBoth(images, 'InvalidParam.ImageValuePatternError');
  });

  test('InvalidParam.ImageValuePatternError for a damaged photograph', async () => {
    const images = imageParameters(red, (await picture('#00f')).subarray(0, 60));
    await expectOfBoth(images, 'InvalidParam.ImageValuePatternError');
  });

  test('InvalidParam.ImageValuePatternError for more pixels than may be decoded', async () => {
    const images = imageParameters(red, await picture('#00f', { width: 1000, height: 101 }));
    await expectOfBoth(images, 'InvalidParam.ImageValuePatternError');
  });

  test('InvalidParam.ImageValuePatternError for a byte more than 2 MB, and not for 2 MB', async () => {
    const padded = (bytes: number): Buffer =>
      Buffer.concat([red, Buffer.alloc(bytes - red.length)]);
    const most = imageParameters(red, padded(2 * 1024 * 1024));
    expect((await send(gateway.port, acs3Call(most))).json().Code).toBe('200');
    const more = imageParameters(red, padded(2 * 1024 * 1024 + 1));
    await expectOfBoth(more, 'InvalidParam.ImageValuePatternError');
  });

  test('Error.NoFaceDetected', async () => {
    await expectOfBoth(imageParameters(red, black), 'Error.NoFaceDetected');
    const tiny = await picture('#f00', { width: 8, height: 8 });
    await expectOfBoth(imageParameters(tiny, red), 'Error.NoFaceDetected');
  });

  test('Error.NoPermissionAccess for a key that may be used from elsewhere only', async () => {
    const existing = { id: 'LTAI-elsewhere-0001', secret: 'a secret of its own 01' };
    await gateway.addKey({ api: 'cloudauth', existing, from: ['10.0.0.0/8', 'fd00::/8'] });
    const parameters = {
      ...rpcParameters({ AccessKeyId: existing.id }),
      ...imageParameters(red, red),
    };
    expectCode(
      await send(gateway.port, rpcCall(parameters, existing.secret)),
      'Error.NoPermissionAccess',
    );
  });

  test.each([
    ['Error.CompareFacesError', new EngineError('engine.crashed', { reason: 'SIGSEGV' })],
    ['Error.CompareFacesError', new CompareFacesError('Error.CompareFacesError')],
    ['Error.InternalError', new TypeError('something nobody foresaw')],
  ] as const)('%s', async (code, error) => {
    const broken = await startTestGateway({ engine: engineThat(() => Promise.reject(error)) });
    const reply = await send(broken.port, acs3Call(imageParameters(red, red)));
    expectCode(reply, code);
    expect(broken.served.at(-1)).toMatchObject({ code, status: 500 });
    expect([broken.served.at(-1)?.error]).toEqual([expect.any(Error)]);
    await broken.close();
  });
});

describe('the codes of the platform', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('UnsupportedHTTPMethod for %s', async (method) => {
    expectCode(await send(gateway.port, { method }), 'UnsupportedHTTPMethod');
  });

  test('RequestBodyTooLarge, said before or found out', async () => {
    const body = Buffer.alloc(8 * 1024 * 1024 + 1, 'a');
    expectCode(await send(gateway.port, { body }), 'RequestBodyTooLarge');
    const chunked = { 'transfer-encoding': 'chunked', 'content-length': [] };
    expectCode(await send(gateway.port, { body, headers: chunked }), 'RequestBodyTooLarge');
  });

  test.each([
    ['another scheme', 'Bearer abc'],
    ['a scheme with nothing after it', 'ACS3-HMAC-SHA256'],
    ['a signature cut short', 'ACS3-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=abc'],
  ])('IncompleteSignature for %s', async (_, authorization) => {
    const parameters = { ...rpcParameters(), ...imageParameters(red, red) };
    const call = rpcCall(parameters);
    const headers = { ...call.headers, authorization };
    expectCode(await send(gateway.port, { ...call, headers }), 'IncompleteSignature');
  });

  test('IncompleteSignature for a signature of the older scheme that cannot be one', async () => {
    const body = formOf({ ...rpcParameters(), Signature: 'abc' });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expectCode(await send(gateway.port, { body, headers }), 'IncompleteSignature');
  });

  describe('InvalidParameter.Repeated', () => {
    const signed = (): { parameters: Readonly<Record<string, string>>; text: string } => {
      const parameters = rpcParameters();
      return { parameters, text: formOf({ ...parameters, Signature: rpcSignatureOf(parameters) }) };
    };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };

    test('in the body', async () => {
      const body = `${signed().text}&Action=CompareFaces`;
      expectCode(await send(gateway.port, { body, headers }), 'InvalidParameter.Repeated');
    });

    test('in the address', async () => {
      const path = `/?${signed().text}&Format=JSON`;
      expectCode(await send(gateway.port, { path }), 'InvalidParameter.Repeated');
    });

    test('across both', async () => {
      const sent = { path: `/?${signed().text}`, body: 'Action=CompareFaces', headers };
      expectCode(await send(gateway.port, sent), 'InvalidParameter.Repeated');
    });

    test('in a header that is signed', async () => {
      const call = acs3Call(imageParameters(red, red));
      const lines = Object.entries(call.headers ?? {}).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      const head = [
        ...['POST / HTTP/1.1', ...lines, 'x-acs-version: 2019-03-07', 'connection: close'],
        ...[`content-length: ${call.body?.length ?? 0}`, '', ''],
      ].join('\r\n');
      const reply = await sendRaw(gateway.port, `${head}${String(call.body)}`);
      expect([reply.status, reply.json().Code]).toEqual([400, 'InvalidParameter.Repeated']);
      seen.add(reply.json().Code);
    });
  });

  test.each([
    'Action',
    'Version',
    'AccessKeyId',
    'SignatureMethod',
    'SignatureVersion',
    'SignatureNonce',
    'Timestamp',
  ] as const)('Missing%s', async (name) => {
    for (const value of [undefined, '']) {
      const call = rpcCall(rpcParameters({ [name]: value }));
      expectCode(await send(gateway.port, call), `Missing${name}`);
    }
  });

  test('MissingSignature', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = formOf(rpcParameters());
    expectCode(await send(gateway.port, { body, headers }), 'MissingSignature');
  });

  test.each([
    ['x-acs-action', 'MissingAction'],
    ['x-acs-version', 'MissingVersion'],
    ['x-acs-date', 'MissingTimestamp'],
    ['x-acs-signature-nonce', 'MissingSignatureNonce'],
    ['x-acs-content-sha256', 'MissingParameter'],
  ] as const)('of the newer scheme: without %s, %s', async (name, code) => {
    const call = acs3Call(imageParameters(red, red), { headers: { [name]: undefined } });
    expectCode(await send(gateway.port, call), code);
  });

  test('MissingParameter without a Host, which the newer scheme signs', async () => {
    const { headers, body } = acs3Call(imageParameters(red, red), { headers: { host: undefined } });
    const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${String(value)}`);
    const head = ['POST / HTTP/1.0', ...lines, `content-length: ${body?.length ?? 0}`, '', ''];
    const reply = await sendRaw(gateway.port, `${head.join('\r\n')}${String(body)}`);
    expect([reply.status, reply.json().Code]).toEqual([400, 'MissingParameter']);
  });

  test('MissingSecurityToken', async () => {
    const headers = { 'x-acs-credentials-provider': 'static_sts' };
    const call = acs3Call(imageParameters(red, red), { headers });
    expectCode(await send(gateway.port, call), 'MissingSecurityToken');
  });

  test.each([{ SignatureMethod: 'HMAC-SHA256' }, { SignatureVersion: '2.0' }])(
    'InvalidSignatureMethod for %j',
    async (changes) => {
      const call = rpcCall(rpcParameters(changes));
      expectCode(await send(gateway.port, call), 'InvalidSignatureMethod');
    },
  );

  test.each([
    ...['2026-11-20 23:26:59', '2026-11-20T23:26:59.000Z', '2026-11-20T23:26:59+08:00'],
    ...['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '1795217219', 'now'],
  ])('InvalidTimeStamp.Format for %s', async (Timestamp) => {
    expectCode(
      await send(gateway.port, rpcCall(rpcParameters({ Timestamp }))),
      'InvalidTimeStamp.Format',
    );
    const call = acs3Call(imageParameters(red, red), { headers: { 'x-acs-date': Timestamp } });
    expectCode(await send(gateway.port, call), 'InvalidTimeStamp.Format');
  });

  test('InvalidTimeStamp.Expired', async () => {
    const Timestamp = timestampOf(new Date(Date.now() - 16 * 60_000));
    const call = rpcCall(rpcParameters({ Timestamp }));
    expectCode(await send(gateway.port, call), 'InvalidTimeStamp.Expired');
  });

  test('InvalidAccessKeyId.NotFound, for whatever an id could be made to look like', async () => {
    for (const AccessKeyId of [
      'LTAI-nobody-0001',
      '../secret',
      '..',
      'a'.repeat(5000),
      '\u0000',
      'ltai-test-key-0001',
    ]) {
      const call = rpcCall(rpcParameters({ AccessKeyId }));
      expectCode(await send(gateway.port, call), 'InvalidAccessKeyId.NotFound');
    }
  });

  test('SignatureDoesNotMatch', async () => {
    const parameters = { ...rpcParameters(), ...imageParameters(red, red) };
    expectCode(
      await send(gateway.port, rpcCall(parameters, 'a wrong secret')),
      'SignatureDoesNotMatch',
    );
    const call = acs3Call(imageParameters(red, red), { secret: 'a wrong secret' });
    expectCode(await send(gateway.port, call), 'SignatureDoesNotMatch');
  });

  test.each([
    ['out of order', (text: string) => text.replace('content-type;host', 'host;content-type')],
    ['in capitals', (text: string) => text.replace('content-type', 'Content-Type')],
    ['twice', (text: string) => text.replace('host', 'host;host')],
    ['that is not there', (text: string) => text.replace('host', 'host;via')],
  ])('SignatureDoesNotMatch for a signed header %s', async (_, authorization) => {
    const call = acs3Call(imageParameters(red, red), { authorization });
    expectCode(await send(gateway.port, call), 'SignatureDoesNotMatch');
  });

  test('SignatureDoesNotMatch for a header beside the signed ones', async () => {
    const call = acs3Call(imageParameters(red, red));
    const headers = { ...call.headers, 'x-acs-extra': '1' };
    expectCode(await send(gateway.port, { ...call, headers }), 'SignatureDoesNotMatch');
  });

  test('InvalidAccessKeyId.Inactive from the moment a key is disabled, to its owner', async () => {
    const existing = { id: 'LTAI-disabled-0001', secret: 'a secret of its own 02' };
    await gateway.addKey({ api: 'cloudauth', existing });
    const call = (secret: string): Sent =>
      rpcCall(
        { ...rpcParameters({ AccessKeyId: existing.id }), ...imageParameters(red, red) },
        secret,
      );
    expect((await send(gateway.port, call(existing.secret))).json().Code).toBe('200');
    await gateway.keys.disable(existing.id);
    expectCode(await send(gateway.port, call(existing.secret)), 'InvalidAccessKeyId.Inactive');
    expectCode(await send(gateway.port, call('a wrong secret')), 'SignatureDoesNotMatch');
  });

  test('SignatureNonceUsed, whichever way it was signed before', async () => {
    const images = imageParameters(red, red);
    const SignatureNonce = 'a nonce for both schemes';
    expect(
      (
        await send(gateway.port, rpcCall({ ...rpcParameters({ SignatureNonce }), ...images }))
      ).json().Code,
    ).toBe('200');
    const call = acs3Call(images, { headers: { 'x-acs-signature-nonce': SignatureNonce } });
    expectCode(await send(gateway.port, call), 'SignatureNonceUsed');
  });

  test('SignatureNonceUsed not for a nonce that somebody else used without the secret', async () => {
    const SignatureNonce = 'a nonce somebody tried to burn';
    const parameters = { ...rpcParameters({ SignatureNonce }), ...imageParameters(red, red) };
    expectCode(
      await send(gateway.port, rpcCall(parameters, 'a wrong secret')),
      'SignatureDoesNotMatch',
    );
    expect((await send(gateway.port, rpcCall(parameters))).json().Code).toBe('200');
  });

  test('InvalidSecurityToken.Malformed', async () => {
    for (const SecurityToken of ['', 'token']) {
      const call = rpcCall(rpcParameters({ SecurityToken }));
      expectCode(await send(gateway.port, call), 'InvalidSecurityToken.Malformed');
    }
  });

  test('InvalidAction.NotFound', async () => {
    const call = rpcCall(rpcParameters({ Action: 'CompareFaceVerify' }));
    expectCode(await send(gateway.port, call), 'InvalidAction.NotFound');
    const other = acs3Call(imageParameters(red, red), {
      headers: { 'x-acs-action': 'comparefaces' },
    });
    expectCode(await send(gateway.port, other), 'InvalidAction.NotFound');
  });

  test('what the unsigned headers of the older scheme say is not read', async () => {
    const call = rpcCall({ ...rpcParameters(), ...imageParameters(red, red) });
    const headers = { ...call.headers, 'x-acs-action': 'Other', 'x-acs-version': '1999-01-01' };
    expect((await send(gateway.port, { ...call, headers })).json().Code).toBe('200');
  });

  test('InvalidVersion', async () => {
    const call = rpcCall(rpcParameters({ Version: '2020-01-01' }));
    expectCode(await send(gateway.port, call), 'InvalidVersion');
  });

  test('InvalidParameter.Format', async () => {
    const call = rpcCall(rpcParameters({ Format: 'YAML' }));
    expectCode(await send(gateway.port, call), 'InvalidParameter.Format');
  });

  test('Throttling.User with the wait, for each key by itself', async () => {
    const slow = await startTestGateway({ settings: { rate: { requests: 2, seconds: 600 } } });
    const call = (): Sent => rpcCall({ ...rpcParameters(), ...imageParameters(red, red) });
    for (let i = 0; i < 2; i++) expect((await send(slow.port, call())).status).toBe(200);
    const reply = await send(slow.port, call());
    expectCode(reply, 'Throttling.User');
    const ms = Number(reply.headers['x-acs-retry-after']);
    expect(ms > 0 && ms <= 600_000).toBe(true);
    expect(reply.headers['retry-after']).toBe(String(Math.ceil(ms / 1000)));
    // The other API's key is another one.
    expect(
      (
        await send(
          slow.port,
          tencentCall([
            ['imageA', red],
            ['imageB', red],
          ]),
        )
      ).json().code,
    ).toBe(0);
    await slow.close();
  });

  test('Throttling for an address that tries many ids', async () => {
    const other = await startTestGateway();
    const attempt = (i: number): Promise<Received> =>
      send(other.port, rpcCall(rpcParameters({ AccessKeyId: `LTAI-nobody-${i}` })));
    for (let i = 0; i < 60; i++) expectCode(await attempt(i), 'InvalidAccessKeyId.NotFound');
    expectCode(await attempt(60), 'Throttling');
    const own = rpcCall({ ...rpcParameters(), ...imageParameters(red, red) });
    expect((await send(other.port, own)).json().Code).toBe('200');
    await other.close();
  });

  test('ServiceUnavailable where keys or memory cannot be used', async () => {
    const other = await startTestGateway();
    await writeFile(join(other.folder, 'keys', `${capturedKey.id}.json`), '{"version": 1');
    const call = (): Sent => rpcCall({ ...rpcParameters(), ...imageParameters(red, red) });
    expectCode(await send(other.port, call()), 'ServiceUnavailable');
    await other.close();
    const forgetful = await startTestGateway();
    await rm(join(forgetful.folder, 'seen'), { recursive: true });
    expectCode(await send(forgetful.port, call()), 'ServiceUnavailable');
    await forgetful.close();
  });

  test('InternalError for a fault before the photographs', async () => {
    let isBroken = false;
    const other = await startTestGateway({
      now: () => {
        if (isBroken) throw new TypeError('a clock that stopped');
        return new Date();
      },
    });
    isBroken = true;
    expectCode(await send(other.port, acs3Call(imageParameters(red, red))), 'InternalError');
    await other.close();
  });

  test('InvalidApi.NotFound', async () => {
    expectCode(await send(gateway.port, { path: '/faces' }), 'InvalidApi.NotFound');
    expectCode(await send(gateway.port, { path: '/%zz' }), 'InvalidApi.NotFound');
    expectCode(
      await send(gateway.port, { method: 'GET', path: '/favicon.ico' }),
      'InvalidApi.NotFound',
    );
  });
});

test('every code of the catalogues was seen', () => {
  const elsewhere = ['InvalidProtocol.NeedSsl'];
  const all = [...Object.keys(compareFacesCatalogue), ...Object.keys(refusalCatalogue)];
  expect(all.filter((code) => !seen.has(code)).sort()).toEqual(elsewhere);
});
