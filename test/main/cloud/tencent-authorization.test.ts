import { describe, expect, test } from 'vitest';
import { signatureText, tencentAuthorization } from '../../../main/cloud/tencent-authorization.ts';
import { createTencentCredentials } from '../../../main/cloud/tencent-credentials.ts';
import { tencentVectors } from './tencent-vectors.ts';

const keyWith = (secretKey: string) => createTencentCredentials({ secretId: 'id', secretKey });

describe('the header', () => {
  test.each(tencentVectors)(
    'is that of the vendor’s libraries: $name',
    ({ text, secretKey, authorization }) => {
      expect(tencentAuthorization(text, keyWith(secretKey))).toBe(authorization);
    },
  );

  const { text, secretKey, authorization } = tencentVectors[0]!;
  test.each([
    ['one bit of the text', text.replace('t=1795217220', 't=1795217221'), secretKey],
    ['the key', text, `${secretKey}x`],
  ])('is another with %s changed', (_, changed, key) => {
    const [before, after] = [authorization, tencentAuthorization(changed, keyWith(key))].map(
      (header) => Buffer.from(header, 'base64').subarray(0, 20).toString('hex'),
    );
    expect(after).not.toBe(before);
  });

  test('has the digest as 20 raw bytes first, and the text after it', () => {
    const bytes = Buffer.from(tencentAuthorization(text, keyWith(secretKey)), 'base64');
    expect(bytes.subarray(20).toString()).toBe(text);
    expect(bytes.subarray(0, 20).toString('hex')).toBe('3a88bbbf623c4a6ac3f31b2a7551761a7e477475');
  });
});

test('the text has the fields of the vendor’s Node SDK in their order', () => {
  const fields = {
    appId: '1250000000',
    createdAt: 1795217220,
    expiresAt: 1795217320,
    random: 14982,
  };
  expect(signatureText(fields, 'AKIDmadeupsecretid0001')).toBe(tencentVectors[0]!.text);
});
